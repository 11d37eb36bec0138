package dev.dryrun.diff;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds out which of the objects that went are among those that came, under another name.
///
/// No definition has an OID: equal ones are equal on every server. Where both sides are of the same
/// database, what the server knows its objects by decides; else, and for kinds of which nobody kept
/// it, an object is known by what it is like, by the schema it is in, and by the names of its
/// argument types.
final class Renames {

    /// Two objects that are less alike are two objects.
    private static final int LIKENESS_LEAST = 60;

    /// Beyond so many pairs only what is exactly alike is looked for.
    private static final int PAIRS_MOST = 40_000;

    /// Kinds whose names stand in those of functions, casts, operators.
    private static final Set<ObjectKind> NAMED_IN_OTHERS =
            Set.of(
                    ObjectKind.ENUM,
                    ObjectKind.DOMAIN,
                    ObjectKind.COMPOSITE,
                    ObjectKind.RANGE,
                    ObjectKind.BASE_TYPE,
                    ObjectKind.TABLE,
                    ObjectKind.VIEW);

    private final SortedMap<ObjectRef, Difference> gone = new TreeMap<>();
    private final SortedMap<ObjectRef, Difference> come = new TreeMap<>();
    private final List<Found> found = new ArrayList<>();
    private final Renaming renaming = new Renaming();
    private final Renaming schemas = new Renaming();
    private final SameObjects same;

    /// An object that is called otherwise.
    ///
    /// @param difference it on both sides
    /// @param percent how alike both are
    /// @param implied whether it had to be called otherwise: its schema is, or a type in its name
    record Found(Difference difference, int percent, boolean implied) {}

    private Renames(SameObjects same) {
        this.same = same;
    }

    /// {@return the renames among differences}
    ///
    /// @param differences objects that came and went; others are passed over
    /// @param same what is known of them
    static Renames among(List<Difference> differences, SameObjects same) {
        Renames renames = new Renames(same);
        for (Difference difference : differences) {
            if (difference.isAdded()) {
                renames.come.put(difference.to(), difference);
            } else if (difference.isRemoved()) {
                renames.gone.put(difference.from(), difference);
            }
        }
        renames.schemas();
        renames.implied();
        for (ObjectKind kind : ObjectKind.values()) {
            if (NAMED_IN_OTHERS.contains(kind)) {
                renames.alike(kind);
            }
        }
        renames.implied();
        for (ObjectKind kind : ObjectKind.values()) {
            if (!NAMED_IN_OTHERS.contains(kind)) {
                renames.alike(kind);
            }
        }
        return renames;
    }

    List<Found> found() {
        return found;
    }

    Renaming renaming() {
        return renaming;
    }

    /// {@return what explains a change of an object: its members' names say nothing of an
    /// extension}
    Renaming renaming(ObjectKind kind) {
        return kind == ObjectKind.EXTENSION ? schemas : renaming;
    }

    /// What the server itself calls the same.
    private void known(ObjectKind kind) {
        for (ObjectRef from : of(gone, kind)) {
            same.renamed(from)
                    .filter(to -> come.containsKey(to))
                    .ifPresent(to -> pair(from, to, likeness(from, to), false));
        }
    }

    private void schemas() {
        known(ObjectKind.SCHEMA);
        for (ObjectRef from : of(gone, ObjectKind.SCHEMA)) {
            of(come, ObjectKind.SCHEMA).stream()
                    .filter(to -> !same.areTwo(from, to))
                    .max(Comparator.comparingInt(to -> moved(from, to)))
                    .filter(to -> moved(from, to) >= LIKENESS_LEAST)
                    .ifPresent(to -> pair(from, to, moved(from, to), false));
        }
    }

    /// {@return how much of what was in one schema is in the other now, 0 to 100}
    private int moved(ObjectRef from, ObjectRef to) {
        String old = from.name().name();
        String now = to.name().name();
        List<ObjectRef> there =
                gone.keySet().stream().filter(ref -> ref.name().schema().equals(old)).toList();
        List<ObjectRef> here =
                come.keySet().stream().filter(ref -> ref.name().schema().equals(now)).toList();
        if (there.isEmpty() && here.isEmpty()) {
            return of(gone, ObjectKind.SCHEMA).size() == 1
                            && of(come, ObjectKind.SCHEMA).size() == 1
                    ? likeness(from, to)
                    : 0;
        }
        Renaming schema = new Renaming();
        schema.add(from, to);
        long same = there.stream().map(ref -> renamed(ref, schema)).filter(here::contains).count();
        return (int) (100 * same / Math.max(there.size(), here.size()));
    }

    /// What has a name with a name in it that is another now.
    private void implied() {
        if (renaming.isEmpty()) {
            return;
        }
        for (ObjectRef from : List.copyOf(gone.keySet())) {
            ObjectRef to = renamed(from, renaming);
            if (!to.equals(from) && come.containsKey(to) && !same.areTwo(from, to)) {
                pair(from, to, likeness(from, to), true);
            }
        }
    }

    private static ObjectRef renamed(ObjectRef ref, Renaming renaming) {
        String schema = ref.name().schema();
        String name = ref.name().name();
        String own = Renaming.baseName(ref);
        String types = name.substring(own.length());
        return new ObjectRef(
                ref.kind(),
                new QualifiedName(
                        schema.isEmpty() ? "" : renaming.applied(schema),
                        own + (types.isEmpty() ? "" : renaming.applied(types))));
    }

    private record Pair(ObjectRef from, ObjectRef to, int percent, boolean sameName) {}

    private void alike(ObjectKind kind) {
        known(kind);
        List<ObjectRef> left = of(gone, kind);
        List<ObjectRef> right = of(come, kind);
        if (left.isEmpty() || right.isEmpty()) {
            return;
        }
        boolean exactly = (long) left.size() * right.size() > PAIRS_MOST;
        Map<ObjectRef, Likeness> likenesses = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (ObjectRef to : right) {
            Likeness now = Likeness.of(come(to).is());
            for (ObjectRef from : left) {
                Likeness then =
                        likenesses.computeIfAbsent(from, ref -> Likeness.of(gone(ref).was()));
                int percent = exactly && !then.equals(now) ? 0 : then.percent(now);
                boolean sameName = Renaming.baseName(from).equals(Renaming.baseName(to));
                if (percent >= LIKENESS_LEAST && !same.areTwo(from, to)) {
                    pairs.add(new Pair(from, to, percent, sameName));
                }
            }
        }
        pairs.sort(
                Comparator.comparingInt(Pair::percent)
                        .thenComparing(Pair::sameName)
                        .reversed()
                        .thenComparingInt(Renames::distance)
                        .thenComparing(Pair::from)
                        .thenComparing(Pair::to));
        for (Pair pair : pairs) {
            if (gone.containsKey(pair.from) && come.containsKey(pair.to)) {
                pair(pair.from, pair.to, pair.percent, false);
            }
        }
    }

    /// {@return how unlike the two names are: letters they do not begin or end with in common}
    private static int distance(Pair pair) {
        String one = pair.from.name().display();
        String other = pair.to.name().display();
        int least = Math.min(one.length(), other.length());
        int head = 0;
        while (head < least && one.charAt(head) == other.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < least - head
                && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        return one.length() + other.length() - 2 * (head + tail);
    }

    private void pair(ObjectRef from, ObjectRef to, int percent, boolean implied) {
        Difference before = gone(from);
        Difference after = come(to);
        gone.remove(from);
        come.remove(to);
        found.add(
                new Found(
                        new Difference(from, to, before.before(), after.after()),
                        percent,
                        implied));
        if (!implied) {
            renaming.add(from, to);
        }
        if (from.kind() == ObjectKind.SCHEMA) {
            schemas.add(from, to);
        }
    }

    private int likeness(ObjectRef from, ObjectRef to) {
        return Likeness.of(gone(from).was()).percent(Likeness.of(come(to).is()));
    }

    private Difference gone(ObjectRef ref) {
        return Objects.requireNonNull(gone.get(ref));
    }

    private Difference come(ObjectRef ref) {
        return Objects.requireNonNull(come.get(ref));
    }

    private static List<ObjectRef> of(SortedMap<ObjectRef, Difference> map, ObjectKind kind) {
        return map.keySet().stream().filter(ref -> ref.kind() == kind).toList();
    }
}
