package dev.dryrun.query.pattern;

import dev.dryrun.model.Partitioning;
import dev.dryrun.model.Table;
import java.util.ArrayList;
import java.util.List;

/// The columns by which a table is partitioned.
final class PartitionKey {

    private PartitionKey() {}

    /// {@return the columns of the key that a query must limit so that partitions are left out: the
    /// first of a range, the one of a list, all of a hash; empty when one is an expression, or the
    /// table is not partitioned}
    static List<String> needed(Table table) {
        List<String> all = columns(table);
        Partitioning partitioning = table.partitioning();
        if (all.isEmpty() || partitioning == null) {
            return List.of();
        }
        return switch (partitioning.strategy()) {
            case RANGE, LIST -> List.of(all.getFirst());
            case HASH -> all;
        };
    }

    /// {@return the columns of the key; empty when one is an expression, when it could not be read
    /// or the table is not partitioned}
    static List<String> columns(Table table) {
        Partitioning partitioning = table.partitioning();
        String key = partitioning == null ? null : partitioning.key().known().orElse(null);
        if (key == null) {
            return List.of();
        }
        List<String> columns = new ArrayList<>();
        for (String part : parts(key)) {
            String column = column(part.strip());
            if (table.column(column).isEmpty()) {
                return List.of();
            }
            columns.add(column);
        }
        return columns;
    }

    private static List<String> parts(String key) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < key.length(); i++) {
            switch (key.charAt(i)) {
                case '"' -> quoted = !quoted;
                case '(' -> depth += quoted ? 0 : 1;
                case ')' -> depth -= quoted ? 0 : 1;
                case ',' -> {
                    if (!quoted && depth == 0) {
                        parts.add(key.substring(from, i));
                        from = i + 1;
                    }
                }
                default -> {}
            }
        }
        parts.add(key.substring(from));
        return parts;
    }

    /// The name that a part begins with; a collation and an operator class may follow.
    private static String column(String part) {
        if (!part.startsWith("\"")) {
            return part.split(" ", 2)[0];
        }
        StringBuilder name = new StringBuilder();
        for (int i = 1; i < part.length(); i++) {
            if (part.charAt(i) == '"') {
                if (i + 1 >= part.length() || part.charAt(i + 1) != '"') {
                    break;
                }
                i++;
            }
            name.append(part.charAt(i));
        }
        return name.toString();
    }
}
