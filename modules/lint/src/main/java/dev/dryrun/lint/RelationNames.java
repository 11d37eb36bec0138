package dev.dryrun.lint;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.Column;
import dev.dryrun.model.Index;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Table;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The names that new relations may not have: tables, views, sequences and indexes share one
/// namespace.
///
/// Names only, some megabytes for the largest schemas; read when the first fix needs one.
final class RelationNames {

    /// `NAMEDATALEN - 1`: PostgreSQL silently cuts what is longer.
    private static final int BYTES_MAX = 63;

    private final Set<QualifiedName> taken = new HashSet<>();

    RelationNames(Catalog catalog) {
        catalog.forEachTable(this::take);
        catalog.forEachForeignTable(this::take);
        catalog.forEachSequence(sequence -> taken.add(sequence.name()));
        catalog.forEachView(view -> {
            taken.add(view.name());
            take(view.name(), view.indexes());
        });
    }

    private void take(Table table) {
        taken.add(table.name());
        take(table.name(), table.indexes());
        for (Column column : table.columns()) {
            Column.Identity identity = column.identity();
            if (identity != null && identity.sequence() != null) {
                taken.add(identity.sequence().name());
            }
        }
    }

    private void take(QualifiedName relation, List<Index> indexes) {
        for (Index index : indexes) {
            taken.add(new QualifiedName(relation.schema(), index.name()));
        }
    }

    String free(String schema, String wanted) {
        String name = cut(wanted, BYTES_MAX);
        for (int number = 2; !taken.add(new QualifiedName(schema, name)); number++) {
            String suffix = "_" + number;
            name = cut(wanted, BYTES_MAX - suffix.length()) + suffix;
        }
        return name;
    }

    /// Cuts between characters, as the server does.
    private static String cut(String text, int bytesMax) {
        int bytes = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            bytes += Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > bytesMax) {
                return text.substring(0, at);
            }
            at += Character.charCount(codePoint);
        }
        return text;
    }
}
