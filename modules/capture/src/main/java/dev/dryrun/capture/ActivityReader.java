package dev.dryrun.capture;

import dev.dryrun.model.IndexActivity;
import dev.dryrun.model.MaintenanceActivity;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.TableActivity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/// Reads the activity counters of tables and their indexes.
record ActivityReader(Connection connection) {

    void read(Consumer<? super TableActivity> consumer) throws SQLException {
        try (Rows row = new CatalogQuery("table_activity").run(connection);
                RowsByOwner<IndexActivity> indexes =
                        new RowsByOwner<>(
                                new CatalogQuery("index_activity").run(connection),
                                ActivityReader::index)) {
            while (row.next()) {
                consumer.accept(table(row, indexes.take(row.oid())));
            }
        }
    }

    private static TableActivity table(Rows row, List<IndexActivity> indexes) throws SQLException {
        return new TableActivity(
                StatisticsReader.kind(row.text("relkind")),
                new QualifiedName(row.text("schemaname"), row.text("relname")),
                row.count("seq_scan"),
                row.time("last_seq_scan"),
                row.count("seq_tup_read"),
                row.count("idx_scan"),
                row.time("last_idx_scan"),
                row.count("idx_tup_fetch"),
                row.count("n_tup_ins"),
                row.count("n_tup_upd"),
                row.count("n_tup_del"),
                row.count("n_tup_hot_upd"),
                row.count("n_tup_newpage_upd"),
                row.count("n_live_tup"),
                row.count("n_dead_tup"),
                row.count("n_mod_since_analyze"),
                row.count("n_ins_since_vacuum"),
                new MaintenanceActivity(
                        row.time("last_vacuum"),
                        row.count("vacuum_count"),
                        row.fraction("total_vacuum_time")),
                new MaintenanceActivity(
                        row.time("last_autovacuum"),
                        row.count("autovacuum_count"),
                        row.fraction("total_autovacuum_time")),
                new MaintenanceActivity(
                        row.time("last_analyze"),
                        row.count("analyze_count"),
                        row.fraction("total_analyze_time")),
                new MaintenanceActivity(
                        row.time("last_autoanalyze"),
                        row.count("autoanalyze_count"),
                        row.fraction("total_autoanalyze_time")),
                row.count("blks_read"),
                row.count("blks_hit"),
                indexes);
    }

    private static IndexActivity index(Rows row) throws SQLException {
        return new IndexActivity(
                row.text("indexrelname"),
                row.count("idx_scan"),
                row.time("last_idx_scan"),
                row.count("idx_tup_read"),
                row.count("idx_tup_fetch"),
                row.count("blks_read"),
                row.count("blks_hit"));
    }
}
