package dev.dryrun.capture;

import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.SequenceStatistics;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Reads how far sequences have come.
///
/// It selects the one row that each sequence is, as many sequences in one query as is reasonable:
/// `pg_sequence_last_value` and `pg_sequences` would lock them ROW EXCLUSIVE until the end.
record SequenceReader(Connection connection) {

    private static final int BATCH = 200;

    private record Sequence(long oid, QualifiedName name, String quoted, boolean readable) {}

    void read(Consumer<? super SequenceStatistics> consumer) throws SQLException {
        List<Sequence> all = sequences();
        List<Sequence> readable = all.stream().filter(Sequence::readable).toList();
        Map<Long, Reading<Long>> values = new HashMap<>();
        for (int from = 0; from < readable.size(); from += BATCH) {
            List<Sequence> batch = readable.subList(from, Math.min(from + BATCH, readable.size()));
            values.putAll(new LockedRelations(connection).reading(locked -> values(batch, locked)));
        }
        for (Sequence sequence : all) {
            Reason otherwise = sequence.readable ? Reason.LOCKED : Reason.NO_PRIVILEGE;
            consumer.accept(
                    new SequenceStatistics(
                            sequence.name,
                            values.getOrDefault(sequence.oid, Reading.absent(otherwise))));
        }
    }

    private List<Sequence> sequences() throws SQLException {
        List<Sequence> all = new ArrayList<>();
        try (Rows row = new CatalogQuery("sequences").run(connection)) {
            while (row.next()) {
                all.add(
                        new Sequence(
                                row.oid(),
                                new QualifiedName(row.text("schema"), row.text("name")),
                                row.text("quoted"),
                                row.flag("readable")));
            }
        }
        return all;
    }

    private Map<Long, Reading<Long>> values(List<Sequence> batch, Set<Long> locked)
            throws SQLException {
        String sql =
                batch.stream()
                        .filter(sequence -> !locked.contains(sequence.oid))
                        .map(sequence ->
                                "SELECT "
                                        + sequence.oid
                                        + "::bigint, CASE WHEN is_called THEN last_value END FROM "
                                        + sequence.quoted)
                        .collect(Collectors.joining(" UNION ALL "));
        Map<Long, Reading<Long>> values = new HashMap<>();
        if (sql.isEmpty()) {
            return values;
        }
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            while (row.next()) {
                long oid = row.getLong(1);
                long value = row.getLong(2);
                values.put(
                        oid,
                        row.wasNull() ? Reading.absent(Reason.NONE_KEPT) : Reading.measured(value));
            }
        }
        return values;
    }
}
