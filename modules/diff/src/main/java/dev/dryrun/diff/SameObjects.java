package dev.dryrun.diff;

import dev.dryrun.history.SnapshotReader;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectIdentities;
import dev.dryrun.model.ObjectIdentity;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.ServerInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which objects of one side are which of the other, whatever they are called: what the server
/// knows them by says so. Says nothing where the sides are not of the same server and database, or
/// where nobody captured it.
public final class SameObjects {

    private static final SameObjects UNKNOWN = new SameObjects(false, List.of(), List.of());

    private static final Set<ObjectKind> RELATIONS =
            Set.of(
                    ObjectKind.TABLE,
                    ObjectKind.FOREIGN_TABLE,
                    ObjectKind.VIEW,
                    ObjectKind.MATERIALIZED_VIEW);

    private final boolean known;
    private final Map<ObjectRef, ObjectIdentity> before = new HashMap<>();
    private final Map<ObjectRef, ObjectIdentity> after = new HashMap<>();
    private final Map<Key, ObjectRef> then = new HashMap<>();
    private final Map<Key, ObjectRef> now = new HashMap<>();

    /// Catalogues have OIDs of their own, and a kind has one catalogue.
    private record Key(ObjectKind kind, long oid) {

        static Key of(ObjectIdentity one) {
            return new Key(one.object().kind(), one.oid());
        }
    }

    /// What two parts of an object are to each other.
    enum Answer {
        SAME,
        DIFFERENT,
        UNKNOWN
    }

    private SameObjects(
            boolean known,
            Collection<ObjectIdentities> before,
            Collection<ObjectIdentities> after) {
        this.known = known;
        for (ObjectIdentities identities : before) {
            identities
                    .objects()
                    .forEach(one -> {
                        this.before.put(one.object(), one);
                        then.put(Key.of(one), one.object());
                    });
        }
        for (ObjectIdentities identities : after) {
            identities
                    .objects()
                    .forEach(one -> {
                        this.after.put(one.object(), one);
                        now.put(Key.of(one), one.object());
                    });
        }
    }

    /// {@return nothing: objects are known by what they are like}
    public static SameObjects unknown() {
        return UNKNOWN;
    }

    /// {@return what two snapshots of the planner's statistics say}
    ///
    /// Reads what differs.
    ///
    /// @param from captured with the schema that is compared
    /// @param to captured with the other, in the same file
    public static SameObjects between(SnapshotReader from, SnapshotReader to) {
        if (!sameDatabase(from.snapshot().server(), to.snapshot().server())) {
            return UNKNOWN;
        }
        if (from.snapshot().hash().equals(to.snapshot().hash())) {
            return new SameObjects(!all(from).isEmpty(), List.of(), List.of());
        }
        List<ObjectIdentities> before = new ArrayList<>();
        List<ObjectIdentities> after = new ArrayList<>();
        from.differing(to, ObjectKind.IDENTITIES, document -> take(document, before));
        to.differing(from, ObjectKind.IDENTITIES, document -> take(document, after));
        // Of a side that has none the other does not have, some may be in both.
        boolean known =
                (!before.isEmpty() || !all(from).isEmpty())
                        && (!after.isEmpty() || !all(to).isEmpty());
        return known ? of(before, after) : UNKNOWN;
    }

    /// {@return what a snapshot of the planner's statistics and a server say}
    ///
    /// @param from captured with the schema that is compared
    /// @param server where the others were read
    /// @param to all that there are now
    public static SameObjects between(
            SnapshotReader from, ServerInfo server, Collection<ObjectIdentities> to) {
        if (!sameDatabase(from.snapshot().server(), server)) {
            return UNKNOWN;
        }
        List<ObjectIdentities> before = all(from);
        return before.isEmpty() || to.isEmpty() ? UNKNOWN : of(before, to);
    }

    /// A copy of a server has the same system identifier, and another timeline where it was
    /// restored.
    private static SameObjects of(
            Collection<ObjectIdentities> before, Collection<ObjectIdentities> after) {
        Set<Long> timelines = new HashSet<>();
        before.forEach(one -> timelines.add(one.timeline()));
        after.forEach(one -> timelines.add(one.timeline()));
        return timelines.size() > 1 ? UNKNOWN : new SameObjects(true, before, after);
    }

    private static boolean sameDatabase(ServerInfo one, ServerInfo other) {
        Optional<String> system = one.systemIdentifier().known();
        return system.isPresent()
                && system.equals(other.systemIdentifier().known())
                && one.database().equals(other.database());
    }

    private static List<ObjectIdentities> all(SnapshotReader reader) {
        List<ObjectIdentities> all = new ArrayList<>();
        reader.forEach(ObjectKind.IDENTITIES, document -> take(document, all));
        return all;
    }

    private static void take(Document document, Collection<ObjectIdentities> into) {
        if (document instanceof ObjectIdentities identities) {
            into.add(identities);
        }
    }

    /// {@return what an object is called now; empty where nobody knows, or it is no more}
    ///
    /// @param from what it was called
    Optional<ObjectRef> renamed(ObjectRef from) {
        return Optional.ofNullable(before.get(from))
                .map(one -> now.get(Key.of(one)))
                .filter(to -> !to.equals(from));
    }

    /// {@return whether two objects are known to be two: the one is no more, and the other was not
    /// yet}
    ///
    /// @param from an object that went
    /// @param to one that came
    boolean areTwo(ObjectRef from, ObjectRef to) {
        ObjectIdentity one = before.get(from);
        ObjectIdentity other = after.get(to);
        return one != null
                && other != null
                && !now.containsKey(Key.of(one))
                && !then.containsKey(Key.of(other));
    }

    /// Tells parts of an object apart that are called otherwise.
    interface Parts {

        /// Knows nothing.
        Parts UNKNOWN = (_, _) -> Answer.UNKNOWN;

        /// {@return what a part before is to a part after}
        Answer compare(JsonObject one, JsonObject other);
    }

    /// {@return how to tell the parts of a list apart}
    ///
    /// @param difference the object
    /// @param list the list's name
    /// @param ones the parts before, in their order
    /// @param others the parts after
    Parts parts(
            Difference difference, String list, List<JsonObject> ones, List<JsonObject> others) {
        if (!known || !isSame(difference)) {
            return Parts.UNKNOWN;
        }
        return switch (list) {
            case "indexes" -> (one, other) -> index(difference, one, other);
            case "columns" ->
                    RELATIONS.contains(difference.to().kind())
                            ? columns(difference, ones, others)
                            : Parts.UNKNOWN;
            default -> Parts.UNKNOWN;
        };
    }

    /// What is not among those that differ is what it was.
    private boolean isSame(Difference difference) {
        ObjectIdentity one = before.get(difference.from());
        ObjectIdentity other = after.get(difference.to());
        if (one != null && other != null) {
            return one.oid() == other.oid();
        }
        return one == null && other == null && !difference.isRenamed();
    }

    private Answer index(Difference difference, JsonObject one, JsonObject other) {
        ObjectIdentity then = before.get(index(difference.from(), one));
        ObjectIdentity now = after.get(index(difference.to(), other));
        if (then == null || now == null) {
            return Answer.UNKNOWN;
        }
        return then.oid() == now.oid() ? Answer.SAME : Answer.DIFFERENT;
    }

    private static ObjectRef index(ObjectRef table, JsonObject index) {
        return new ObjectRef(
                ObjectKind.INDEX,
                new QualifiedName(table.name().schema(), Members.text(index, "name")));
    }

    private Parts columns(Difference difference, List<JsonObject> ones, List<JsonObject> others) {
        Map<String, Integer> then = numbers(ones, before.get(difference.from()));
        Map<String, Integer> now = numbers(others, after.get(difference.to()));
        return (one, other) ->
                then.getOrDefault(Members.text(one, "name"), 0)
                                .equals(now.getOrDefault(Members.text(other, "name"), -1))
                        ? Answer.SAME
                        : Answer.DIFFERENT;
    }

    /// Columns have the numbers that no dropped one had, in their order. Where nobody says which
    /// were dropped, it is the same on both sides, so that their places do.
    private static Map<String, Integer> numbers(
            List<JsonObject> columns, @Nullable ObjectIdentity table) {
        Set<Integer> dropped = table == null ? Set.of() : Set.copyOf(table.droppedColumns());
        Map<String, Integer> numbers = new HashMap<>();
        int number = 0;
        for (JsonObject column : columns) {
            do {
                number++;
            } while (dropped.contains(number));
            numbers.put(Members.text(column, "name"), number);
        }
        return numbers;
    }
}
