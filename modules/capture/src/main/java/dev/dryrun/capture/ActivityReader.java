package dev.dryrun.capture;

import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.TableActivity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/// Reads the activity counters of tables.
record ActivityReader(Connection connection) {

    void read(Consumer<? super TableActivity> consumer) throws SQLException {
        try (Rows row = new CatalogQuery("table_activity").run(connection)) {
            while (row.next()) {
                consumer.accept(
                        new TableActivity(
                                new QualifiedName(row.text("schema"), row.text("name")),
                                row.count("seq_scan"),
                                row.count("seq_tup_read"),
                                row.count("idx_scan"),
                                row.count("idx_tup_fetch"),
                                row.count("n_tup_ins"),
                                row.count("n_tup_upd"),
                                row.count("n_tup_del"),
                                row.count("n_tup_hot_upd"),
                                row.count("n_live_tup"),
                                row.count("n_dead_tup"),
                                row.count("n_mod_since_analyze"),
                                row.time("last_vacuum"),
                                row.time("last_autovacuum"),
                                row.time("last_analyze"),
                                row.time("last_autoanalyze")));
            }
        }
    }
}
