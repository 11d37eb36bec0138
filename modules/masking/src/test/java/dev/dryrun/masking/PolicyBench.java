package dev.dryrun.masking;

import dev.dryrun.model.ColumnName;
import dev.dryrun.model.QualifiedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measures a large policy: how long it takes to read, and to find what it hides. Not part of a
/// build; run it with `./dev bench policy`.
final class PolicyBench {

    private static final int TABLES = 10_000;
    private static final int COLUMNS = 10;
    private static final int ROUNDS = 5;
    private static final double NANOS_PER_MS = 1e6;

    @TempDir private Path folder;

    @Test
    void aHundredThousandColumns() throws IOException {
        Path file = folder.resolve(MaskingPolicy.FILE_NAME);
        StringBuilder text = new StringBuilder("version: 1\ndatabases:\n  shop:\n    columns:\n");
        ColumnMap map = new ColumnMap();
        for (int i = 0; i < TABLES; i++) {
            QualifiedName table = new QualifiedName("public", "table_" + i);
            for (int j = 0; j < COLUMNS; j++) {
                String name = "column_" + j;
                map.column(new ColumnName(table, name), "text");
                text.append("      public.%s.%s: { tags: [pii] }\n".formatted(table.name(), name));
            }
        }
        Files.writeString(file, text);
        for (int round = 1; round <= ROUNDS; round++) {
            long begin = System.nanoTime();
            MaskingPolicy policy = MaskingPolicy.read(file, "policy", "shop", List.of());
            long read = System.nanoTime();
            HiddenColumns hidden = map.hidden(policy);
            long found = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %d columns, read in %.0f ms, found in %.0f ms%n",
                    round,
                    hidden.size(),
                    (read - begin) / NANOS_PER_MS,
                    (found - read) / NANOS_PER_MS);
        }
    }
}
