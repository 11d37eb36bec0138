package dev.dryrun.capture;

import dev.dryrun.model.ObjectIdentities;
import dev.dryrun.model.ObjectIdentity;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Reads what objects are known by. Where the role may not ask for the timeline there is nothing to
/// read: without it OIDs say nothing.
///
/// @param connection in a transaction, with an empty `search_path`
record IdentityReader(Connection connection) {

    void read(Consumer<? super ObjectIdentities> consumer) throws SQLException {
        new Savepoints(connection).read(this::all).known().ifPresent(all -> all.forEach(consumer));
    }

    private List<ObjectIdentities> all() throws SQLException {
        Map<Long, List<ObjectIdentity>> ranges = new TreeMap<>();
        long timeline = 0;
        try (Rows row = new CatalogQuery("identities").run(connection)) {
            while (row.next()) {
                timeline = row.number("timeline");
                long oid = row.oid();
                ranges.computeIfAbsent(oid / ObjectIdentities.RANGE, _ -> new ArrayList<>())
                        .add(
                                new ObjectIdentity(
                                        oid,
                                        new ObjectRef(
                                                kind(row.text("kind")),
                                                new QualifiedName(
                                                        row.text("schema"), row.text("name"))),
                                        dropped(row)));
            }
        }
        List<ObjectIdentities> all = new ArrayList<>();
        for (Map.Entry<Long, List<ObjectIdentity>> range : ranges.entrySet()) {
            all.add(new ObjectIdentities(range.getKey(), timeline, range.getValue()));
        }
        return all;
    }

    /// Hardly anything has lost a column.
    private static List<Integer> dropped(Rows row) throws SQLException {
        List<String> numbers = row.textsIfAny("dropped");
        return numbers.isEmpty() ? List.of() : numbers.stream().map(Integer::valueOf).toList();
    }

    private static ObjectKind kind(String word) {
        return ObjectKind.ofWord(word).orElseThrow();
    }
}
