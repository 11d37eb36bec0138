package dev.dryrun.advise;

import dev.dryrun.advise.IndexDesign.DesignedKey;
import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.IndexSuggestion;
import dev.dryrun.model.IndexSuggestion.Impact;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.model.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the statements that make an index, and reckons what it costs.
///
/// @param catalog what names there are, and which partitions
record IndexStatement(Catalog catalog) {

    private static final int NAME_BYTES_MAX = 63;
    private static final int PARTITIONS_MAX = 50;

    /// A B-tree's entry: header and line pointer, then the keys, aligned; leaves are nine tenths
    /// full.
    private static final double ENTRY_BYTES = 12;

    private static final double LEAF_FILL = 0.9;

    /// {@return the suggestion}
    IndexSuggestion suggestion(Need need, IndexDesign design) {
        TableFacts facts = need.facts();
        double saved = need.rowsRead().orElse(0) * (1 - need.keptShare().orElse(0));
        return new IndexSuggestion(
                facts.table().name(),
                design.method(),
                design.keys().stream().map(DesignedKey::sql).toList(),
                design.include(),
                design.predicate(),
                design.rationale(),
                Impact.ofRows(saved),
                size(facts, design),
                facts.table().indexes().size(),
                facts.writesPerDay(),
                facts.hotUpdatesPerDay());
    }

    private static Reading<Long> size(TableFacts facts, IndexDesign design) {
        if (!design.method().equals("btree") || facts.rows().isEmpty()) {
            return Reading.absent(
                    facts.rows().isEmpty()
                            ? Reading.Reason.NEVER_ANALYZED
                            : Reading.Reason.NONE_KEPT);
        }
        double bytes = 0;
        List<String> columns = new ArrayList<>(design.include());
        for (DesignedKey key : design.keys()) {
            boolean plain = key.by() == null || key.by().kind() != Condition.Kind.WRAPPED;
            columns.add(plain ? key.column() : "");
        }
        for (String column : columns) {
            OptionalDouble width = facts.widthBytes(column);
            if (width.isEmpty()) {
                return Reading.absent(Reading.Reason.NEVER_ANALYZED);
            }
            bytes += width.getAsDouble();
        }
        double aligned = Math.ceil(bytes / 8) * 8;
        double entries = facts.rows().getAsDouble() * design.coverage();
        return Reading.estimated(Math.round(entries * (aligned + ENTRY_BYTES) / LEAF_FILL));
    }

    /// {@return the statements, which never block writes; of a partitioned table an index without
    /// parts first, then the parts, each put in its place}
    String ddl(Need need, IndexDesign design) {
        Table table = need.facts().table();
        List<String> statements = new ArrayList<>();
        if (table.isPartitioned()) {
            partitioned(table, design, null, statements);
        } else {
            statements.add(
                    create("CREATE INDEX CONCURRENTLY ", table.name(), "", design)
                            .formatted(SqlIdentifier.quote(name(table, design))));
        }
        return String.join("\n", statements);
    }

    private void partitioned(
            Table table,
            IndexDesign design,
            @Nullable QualifiedName parent,
            List<String> statements) {
        QualifiedName index = new QualifiedName(table.name().schema(), name(table, design));
        boolean divided = table.isPartitioned();
        String verb = divided ? "CREATE INDEX " : "CREATE INDEX CONCURRENTLY ";
        statements.add(
                create(verb, table.name(), divided ? "ONLY " : "", design)
                        .formatted(SqlIdentifier.quote(index.name())));
        if (parent != null) {
            statements.add(
                    "ALTER INDEX " + parent.sql() + " ATTACH PARTITION " + index.sql() + ";");
        }
        if (!divided) {
            return;
        }
        List<Table> parts = partitions(table.name());
        for (Table part : parts.subList(0, Math.min(parts.size(), PARTITIONS_MAX))) {
            partitioned(part, design, index, statements);
        }
        if (parts.size() > PARTITIONS_MAX) {
            statements.add("-- and so on for the other partitions: " + parts.size() + " in all");
        }
    }

    private List<Table> partitions(QualifiedName parent) {
        List<Table> parts = new ArrayList<>();
        catalog.forEachTable(table -> {
            if (table.partitionOf() != null && table.partitionOf().parent().equals(parent)) {
                parts.add(table);
            }
        });
        return parts;
    }

    private static String create(
            String verb, QualifiedName table, String only, IndexDesign design) {
        String keys =
                design.keys().stream().map(DesignedKey::sql).collect(Collectors.joining(", "));
        String method = design.method().equals("btree") ? "" : " USING " + design.method();
        String include =
                design.include().isEmpty()
                        ? ""
                        : design.include().stream()
                                .map(SqlIdentifier::quote)
                                .collect(Collectors.joining(", ", " INCLUDE (", ")"));
        String predicate = design.predicate() == null ? "" : " WHERE " + design.predicate();
        String rest = only + table.sql() + method + " (" + keys + ")" + include + predicate + ";";
        return verb + "%s ON " + rest.replace("%", "%%");
    }

    /// A name that the schema does not have.
    private String name(Table table, IndexDesign design) {
        String words = "idx_" + table.name().name() + "_" + String.join("_", design.columns());
        String name = shortened(words, "");
        for (int i = 2; !catalog.named(name).isEmpty() || isTaken(table, name); i++) {
            name = shortened(words, "_" + i);
        }
        return name;
    }

    private static boolean isTaken(Table table, String name) {
        return table.indexes().stream().anyMatch(index -> index.name().equals(name));
    }

    private static String shortened(String words, String suffix) {
        String name = words;
        while ((name + suffix).getBytes(StandardCharsets.UTF_8).length > NAME_BYTES_MAX) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return name + suffix;
    }
}
