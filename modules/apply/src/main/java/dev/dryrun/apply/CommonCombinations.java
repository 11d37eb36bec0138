package dev.dryrun.apply;

import dev.dryrun.model.ExtendedStatistics;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The most common combinations of values as the server keeps them in a `pg_mcv_list`: a header,
/// the values of each dimension, then the combinations, by the places of their values.
///
/// @param database where the values are read, and told apart
record CommonCombinations(Database database) {

    private static final long MAGIC = 0xE1A651C2L;
    private static final int ALIGNMENT = 8;
    private static final int PADDING = 3;

    /// How a type keeps its values.
    private static final String SHAPE =
            """
            WITH RECURSIVE chain (oid) AS (
                SELECT ?::oid
                UNION ALL
                SELECT t.typbasetype FROM chain JOIN pg_type t ON t.oid = chain.oid
                WHERE t.typtype = 'd'
            )
            SELECT t.oid::regtype::text AS name, t.typlen, t.typbyval, t.typtype,
                   t.typsend::regproc::text AS send,
                   t.typtype = 'b' AND t.typlen = -1 AND t.typelem = 0 AS plain
            FROM chain JOIN pg_type t ON t.oid = chain.oid WHERE t.typtype <> 'd'
            """;

    private record Shape(
            String name, int length, boolean byValue, String kind, String send, boolean plain) {}

    /// The values of one dimension, each once, in hexadecimal, and each combination's place among
    /// them.
    private record Dimension(long type, Shape shape, List<String> values, List<Integer> places) {}

    /// {@return the list in hexadecimal, or empty when a type's values are of a form that only the
    /// server itself can make}
    ///
    /// @param captured the object as captured
    /// @param types of the dimensions, in the order of the captured object
    /// @param order for each dimension of the target the captured one
    Optional<String> hex(ExtendedStatistics captured, List<Long> types, List<Integer> order)
            throws SQLException {
        List<List<@Nullable String>> items = rows(captured.mostCommonValues().known());
        List<Double> frequencies = numbers(captured.mostCommonFrequencies().known());
        List<Double> base = numbers(captured.mostCommonBaseFrequencies().known());
        if (items.isEmpty()
                || frequencies.size() != items.size()
                || base.size() != items.size()
                || items.stream().anyMatch(item -> item.size() != types.size())) {
            return Optional.empty();
        }
        List<Dimension> dimensions = new ArrayList<>();
        for (int place : order) {
            List<@Nullable String> texts = new ArrayList<>();
            items.forEach(item -> texts.add(item.get(place)));
            Optional<Dimension> dimension = dimension(types.get(place), texts);
            if (dimension.isEmpty()) {
                return Optional.empty();
            }
            dimensions.add(dimension.get());
        }
        LittleEndian bytes = new LittleEndian();
        bytes.int32(MAGIC).int32(1).int32(items.size()).int16(dimensions.size());
        dimensions.forEach(dimension -> bytes.int32(dimension.type));
        dimensions.forEach(dimension -> information(bytes, dimension));
        dimensions.forEach(dimension -> values(bytes, dimension));
        for (int i = 0; i < items.size(); i++) {
            for (Dimension dimension : dimensions) {
                bytes.flag(dimension.places.get(i) < 0);
            }
            bytes.float64(frequencies.get(i)).float64(base.get(i));
            for (Dimension dimension : dimensions) {
                bytes.int16(Math.max(0, dimension.places.get(i)));
            }
        }
        return Optional.of(bytes.hex());
    }

    private static List<List<@Nullable String>> rows(Optional<String> literal) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (String row : literal.flatMap(ArrayLiteral::elements).orElse(List.of())) {
            rows.add(ArrayLiteral.elements(String.valueOf(row)).orElse(List.of()));
        }
        return rows;
    }

    private static List<Double> numbers(Optional<String> literal) {
        return literal.flatMap(ArrayLiteral::numbers).orElse(List.of());
    }

    private Optional<Dimension> dimension(long type, List<@Nullable String> texts)
            throws SQLException {
        Shape shape =
                database.one(
                        SHAPE,
                        row ->
                                new Shape(
                                        row.getString("name"),
                                        row.getInt("typlen"),
                                        row.getBoolean("typbyval"),
                                        row.getString("typtype"),
                                        row.getString("send"),
                                        row.getBoolean("plain")),
                        type);
        Map<String, Integer> placeOfText = new LinkedHashMap<>();
        List<String> values = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (String text : texts) {
            if (text == null) {
                places.add(-1);
                continue;
            }
            if (!placeOfText.containsKey(text)) {
                Optional<String> value = value(shape, text);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                placeOfText.put(text, values.size());
                values.add(value.get());
            }
            places.add(placeOfText.get(text));
        }
        return Optional.of(new Dimension(type, shape, values, places));
    }

    private Optional<String> value(Shape shape, String text) throws SQLException {
        if (shape.kind.equals("e")) {
            return Optional.of(
                    new LittleEndian()
                            .int32(
                                    database.one(
                                            "SELECT oid FROM pg_enum WHERE enumlabel = ?::text"
                                                    + " AND enumtypid = ?::regtype",
                                            row -> row.getLong(1),
                                            text,
                                            shape.name))
                            .hex());
        }
        if (shape.plain) {
            return Optional.of(
                    database.one(
                            "SELECT encode((?::text::" + shape.name + ")::bytea, 'hex')",
                            row -> row.getString(1),
                            text));
        }
        int[] parts = parts(shape);
        if (parts.length == 0) {
            return Optional.empty();
        }
        String sent =
                database.one(
                        "SELECT encode(" + shape.send + "(?::text::" + shape.name + "), 'hex')",
                        row -> row.getString(1),
                        text);
        return sent.length() == 2 * shape.length
                ? Optional.of(LittleEndian.reversed(sent, parts))
                : Optional.empty();
    }

    /// {@return the parts of a value that its send function turns around, none for a type of which
    /// that is not known}
    private static int[] parts(Shape shape) {
        if (shape.byValue) {
            return new int[] {shape.length};
        }
        return switch (shape.name) {
            case "uuid", "macaddr", "macaddr8" ->
                    IntStream.generate(() -> 1).limit(shape.length).toArray();
            case "interval" -> new int[] {Long.BYTES, Integer.BYTES, Integer.BYTES};
            case "time with time zone" -> new int[] {Long.BYTES, Integer.BYTES};
            default -> new int[0];
        };
    }

    private static void information(LittleEndian bytes, Dimension dimension) {
        int count = dimension.values.size();
        int length = dimension.shape.length;
        int size = 0;
        int aligned = 0;
        for (String value : dimension.values) {
            int own = value.length() / 2 + (length < 0 ? Integer.BYTES : 0);
            size += own;
            aligned += (own + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
        bytes.int32(count)
                .int32(size)
                .int32(dimension.shape.byValue ? 0 : aligned)
                .int32(length)
                .flag(dimension.shape.byValue)
                .zeros(PADDING);
    }

    private static void values(LittleEndian bytes, Dimension dimension) {
        for (String value : dimension.values) {
            if (dimension.shape.length < 0) {
                bytes.int32(value.length() / 2);
            }
            bytes.raw(value);
        }
    }
}
