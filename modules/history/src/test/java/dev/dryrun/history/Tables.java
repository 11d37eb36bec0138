package dev.dryrun.history;

import dev.dryrun.masking.Masked;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.Column;
import dev.dryrun.model.ColumnAttributes;
import dev.dryrun.model.Facts;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.model.Table;
import java.time.Instant;
import java.util.List;

/// Small definitions to store.
final class Tables {

    static final SnapshotKey KEY = new SnapshotKey("shop", "main");
    static final Stream SCHEMA = new Stream.Schema();
    static final ServerInfo SERVER =
            new ServerInfo(180006, "18.6", "shop", Reading.measured("7"), false);
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private Tables() {}

    static Table table(String name, String... columns) {
        return Table.of(
                new QualifiedName("public", name),
                List.of(columns).stream().map(Tables::column).toList(),
                new Facts("owner", null, null, null, List.of()));
    }

    private static Column column(String name) {
        return new Column(
                name,
                "int",
                true,
                Reading.absent(Reading.Reason.NONE_KEPT),
                null,
                null,
                ColumnAttributes.NONE,
                null);
    }

    static Masked<SchemaObject> masked(Table table) {
        return Masker.alwaysOn().mask((SchemaObject) table);
    }

    /// Stores the tables as a schema snapshot, taken so many seconds after noon.
    static SnapshotInfo store(HistoryFile file, int second, List<Table> tables) {
        try (SnapshotWriter writer = file.write(KEY, SERVER, NOON.plusSeconds(second))) {
            writer.begin(SCHEMA);
            tables.forEach(table -> writer.add(SCHEMA, masked(table)));
            return writer.commit().getFirst();
        }
    }
}
