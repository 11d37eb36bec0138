package dev.dryrun.jlink;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What [LeanClassesTest] rewrites and runs: switches over types, and records with fields of every
/// type there is.
final class LeanSample {

    @Retention(RetentionPolicy.RUNTIME)
    @interface Option {}

    @Option final Map<String, Integer> option = Map.of();
    final Map<String, Integer> other = Map.of();

    sealed interface Shape permits Circle, Square, Pair, Nothing {
        /// A switch within an interface.
        default String name() {
            return switch (this) {
                case Circle(double radius) when radius > 100 -> "wide circle";
                case Circle _ -> "circle";
                case Square(int side) -> "square of " + side;
                case Pair(Circle(double radius), Shape _) when radius < 1 -> "point and more";
                case Pair(Shape first, Shape second) -> first.name() + " and " + second.name();
                case Nothing _ -> "nothing";
            };
        }
    }

    record Circle(double radius) implements Shape {}

    record Square(int side) implements Shape {}

    record Pair(Shape first, @Nullable Shape second) implements Shape {}

    record Nothing() implements Shape {}

    record Every(
            boolean truth,
            byte octet,
            char letter,
            short few,
            int some,
            long many,
            float rough,
            double fine,
            @Nullable String text,
            List<Integer> list) {}

    private LeanSample() {}

    /// What all of it answers, as one text.
    public static String answers() {
        List<Object> values = new ArrayList<>();
        values.add(new Circle(1));
        values.add(new Circle(101));
        values.add(new Circle(Double.NaN));
        values.add(new Circle(-0.0));
        values.add(new Circle(0.0));
        values.add(new Square(4));
        values.add(new Square(4));
        values.add(new Pair(new Circle(0.5), new Nothing()));
        values.add(new Pair(new Square(2), new Circle(2)));
        values.add(new Pair(new Square(2), null));
        values.add(new Nothing());
        values.add(every(1, 1.5f, "text"));
        values.add(every(1, 1.5f, "text"));
        values.add(every(1L << 40, 1.5f, "text"));
        values.add(every(1, Float.NaN, "text"));
        values.add(every(1, Float.NaN, null));
        values.add(new Every(true, (byte) 1, 'a', (short) 1, 1, 1, 1, 1, "", List.of()));
        values.add("a text");
        values.add(List.of(1));
        values.add(7);
        @Nullable Object nothing = null;
        StringBuilder out = new StringBuilder();
        for (Object value : values) {
            out.append(kind(value)).append(' ').append(value.hashCode()).append(' ');
            for (Object other : values) {
                out.append(value.equals(other) ? '1' : '0');
            }
            out.append(value.equals(nothing)).append('\n');
        }
        return out.append(kind(null)).toString();
    }

    private static Every every(long many, float rough, @Nullable String text) {
        return new Every(
                false,
                Byte.MIN_VALUE,
                '\u00e4',
                (short) -1,
                42,
                many,
                rough,
                -0.0,
                text,
                List.of(1, 2));
    }

    /// Labels that are types, in a switch that is asked again when a guard fails, with values on
    /// the stack beneath it.
    private static String kind(@Nullable Object value) {
        return "kind: "
                .concat(
                        switch (value) {
                            case null -> "null";
                            case Pair(Shape first, Shape _) when first instanceof Nothing -> "no";
                            case Pair(Shape first, Circle _) -> "with circle, " + first.name();
                            case Shape shape when shape instanceof Pair -> "pair";
                            case Shape shape -> shape.name();
                            case String text when text.isEmpty() -> "empty";
                            case CharSequence text -> "text of " + text.length();
                            case List<?> list -> "list of " + list.size();
                            default -> "something";
                        });
    }
}
