package dev.dryrun.capture;

import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// How large tables and their parts are.
///
/// @param tables by the table's oid
/// @param indexes all forks, by the index's oid
record RelationSizes(Map<Long, Parts> tables, Map<Long, Reading<Long>> indexes) {

    /// The parts of a table.
    ///
    /// @param main its main fork
    /// @param heap all its forks
    /// @param toast its TOAST table and that one's index
    /// @param indexes its indexes
    record Parts(
            Reading<Long> main, Reading<Long> heap, Reading<Long> toast, Reading<Long> indexes) {

        static final Parts NONE = new Parts(none(), none(), none(), none());
        private static final Parts EMPTY = new Parts(zero(), zero(), zero(), zero());

        Reading<Long> total() {
            return sum(sum(heap, toast), indexes);
        }

        private Parts with(Rows row, Reading<Long> size) throws SQLException {
            return switch (row.text("part")) {
                case "heap" -> new Parts(size(row, "main_size"), sum(heap, size), toast, indexes);
                case "toast" -> new Parts(main, heap, sum(toast, size), indexes);
                default -> new Parts(main, heap, toast, sum(indexes, size));
            };
        }
    }

    static RelationSizes read(Connection connection) throws SQLException {
        return new LockedRelations(connection)
                .reading(locked -> {
                    RelationSizes sizes = new RelationSizes(new HashMap<>(), new HashMap<>());
                    try (Rows row = new CatalogQuery("relation_sizes").run(connection, locked)) {
                        while (row.next()) {
                            sizes.add(row);
                        }
                    }
                    return sizes;
                });
    }

    Parts of(long table) {
        return tables.getOrDefault(table, Parts.NONE);
    }

    /// A partitioned index has no storage.
    Reading<Long> ofIndex(long index) {
        return indexes.getOrDefault(index, none());
    }

    private void add(Rows row) throws SQLException {
        Reading<Long> size = size(row, "all_size");
        long owner = row.number("owner");
        tables.put(owner, tables.getOrDefault(owner, Parts.EMPTY).with(row, size));
        if (row.text("part").equals("index")) {
            indexes.put(row.oid(), size);
        }
    }

    /// Without a size it was locked, or is being dropped by somebody, which locks it too.
    private static Reading<Long> size(Rows row, String column) throws SQLException {
        Reading<Long> size = row.count(column);
        return size instanceof Reading.Absent<Long> ? Reading.absent(Reason.LOCKED) : size;
    }

    private static Reading<Long> sum(Reading<Long> one, Reading<Long> other) {
        if (one instanceof Reading.Measured<Long>(Long value)
                && other instanceof Reading.Measured<Long>(Long more)) {
            return Reading.measured(value + more);
        }
        return switch (one) {
            case Reading.Measured<Long>(Long value) -> other.map(more -> value + more);
            case Reading.Estimated<Long>(Long value) -> other.map(more -> value + more);
            case Reading.Absent<Long> absent -> absent;
        };
    }

    private static Reading<Long> zero() {
        return Reading.measured(0L);
    }

    private static Reading<Long> none() {
        return Reading.absent(Reason.NONE_KEPT);
    }
}
