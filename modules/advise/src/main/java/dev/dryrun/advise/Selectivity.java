package dev.dryrun.advise;

import dev.dryrun.model.ColumnStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What share of a table's rows conditions keep, by the planner's statistics.
///
/// @param facts of the table
record Selectivity(TableFacts facts) {

    /// What the planner assumes of a comparison that it knows nothing about.
    private static final double RANGE = 1.0 / 3;

    private static final double PATTERN = 0.05;

    /// A value that stands in a large share of the rows.
    ///
    /// @param value as text
    /// @param share of the rows
    record Frequent(String value, double share) {}

    /// {@return the share of rows that a condition keeps; empty when nothing is known of it}
    OptionalDouble of(Condition condition) {
        String column = condition.column();
        if (column == null || facts.column(column).isEmpty()) {
            return OptionalDouble.empty();
        }
        double nulls = facts.nullFraction(column).orElse(0);
        return switch (condition.kind()) {
            case IS_NULL -> OptionalDouble.of(nulls);
            case IS_NOT_NULL -> OptionalDouble.of(1 - nulls);
            case EQUAL -> equal(column, condition.literal(), nulls);
            case RANGE -> OptionalDouble.of((1 - nulls) * RANGE);
            case PREFIX, PATTERN, CONTAINS -> OptionalDouble.of((1 - nulls) * PATTERN);
            case WRAPPED, OR, OTHER -> OptionalDouble.empty();
        };
    }

    private OptionalDouble equal(String column, @Nullable String literal, double nulls) {
        OptionalDouble distinct = facts.distinct(column);
        List<Frequent> common = common(column);
        if (literal != null && literal.startsWith("{") && !literal.contains("\"")) {
            int values = NodeDetail.divided(literal).size();
            return distinct.isEmpty()
                    ? distinct
                    : OptionalDouble.of(Math.min(1, values / distinct.getAsDouble()));
        }
        if (literal != null) {
            String wanted = truth(literal);
            for (Frequent value : common) {
                if (value.value().equals(wanted)) {
                    return OptionalDouble.of(value.share());
                }
            }
        }
        if (distinct.isEmpty() || distinct.getAsDouble() < 1) {
            return OptionalDouble.empty();
        }
        if (literal == null || common.isEmpty()) {
            return OptionalDouble.of((1 - nulls) / distinct.getAsDouble());
        }
        double rest = 1 - nulls - common.stream().mapToDouble(Frequent::share).sum();
        double others = Math.max(1, distinct.getAsDouble() - common.size());
        return OptionalDouble.of(Math.max(0, rest) / others);
    }

    private static String truth(String literal) {
        return switch (literal) {
            case "true" -> "t";
            case "false" -> "f";
            default -> literal;
        };
    }

    /// {@return a column's most common values that were not masked, the most common first}
    List<Frequent> common(String column) {
        Optional<ColumnStatistics> statistics = facts.column(column);
        if (statistics.isEmpty() || statistics.get().maskedBy() != null) {
            return List.of();
        }
        List<String> values =
                statistics
                        .get()
                        .mostCommonValues()
                        .known()
                        .map(Selectivity::elements)
                        .orElse(List.of());
        List<String> shares =
                statistics
                        .get()
                        .mostCommonFrequencies()
                        .known()
                        .map(Selectivity::elements)
                        .orElse(List.of());
        List<Frequent> common = new ArrayList<>();
        for (int i = 0; i < Math.min(values.size(), shares.size()); i++) {
            common.add(new Frequent(values.get(i), Double.parseDouble(shares.get(i))));
        }
        return common;
    }

    /// {@return the share of the rows that the most common value has, masked or not}
    OptionalDouble greatestShare(String column) {
        return facts.column(column)
                .flatMap(it -> it.mostCommonFrequencies().known())
                .map(Selectivity::elements)
                .filter(shares -> !shares.isEmpty())
                .map(shares -> OptionalDouble.of(Double.parseDouble(shares.getFirst())))
                .orElse(OptionalDouble.empty());
    }

    /// {@return the elements of an array literal of one dimension}
    static List<String> elements(String literal) {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            any = true;
            if (c == '\\') {
                i++;
                element.append(literal.charAt(i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                elements.add(element.toString());
                element.setLength(0);
            } else {
                element.append(c);
            }
        }
        if (any) {
            elements.add(element.toString());
        }
        return elements;
    }
}
