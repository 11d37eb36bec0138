package dev.dryrun.query.pattern;

import dev.dryrun.model.Index;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.StringNode;
import org.jspecify.annotations.Nullable;

/// A pattern that begins with anything: no B-tree finds what it matches.
final class LeadingWildcard implements PatternRule {

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "leading_wildcard",
                Severity.WARNING,
                "give patterns that begin with a wildcard a trigram index");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        for (Level level : statement.shape().levels()) {
            for (Condition condition : level.conditions()) {
                for (Comparison comparison : condition.comparisons()) {
                    for (TableColumn column : statement.columns(comparison.side())) {
                        look(comparison, column, level, statement, sink);
                    }
                }
            }
        }
    }

    private static void look(
            Comparison comparison,
            TableColumn column,
            Level level,
            StatementView statement,
            Sink sink) {
        String pattern = isOpen(comparison);
        if (pattern == null
                || !statement.isLarge(column.relation())
                || statement.isNarrowed(level, column.item())
                || hasTrigrams(column)) {
            return;
        }
        String index =
                column.searchedBy()
                        .map(found ->
                                ": index " + SqlIdentifier.quote(found.name()) + " cannot help")
                        .orElse("");
        sink.warn(
                comparison.node().location(),
                "a pattern that begins with %s is tried on every row of %s%s"
                        .formatted(
                                pattern,
                                Words.withRows(
                                        column.relation(),
                                        statement.figures().rows(column.relation())),
                                index),
                "with pg_trgm: CREATE INDEX CONCURRENTLY ON %s USING gin (%s gin_trgm_ops)"
                        .formatted(Words.name(column.relation()), column.sql()));
    }

    /// {@return what the pattern begins with, for the message; null when it begins with text}
    private static @Nullable String isOpen(Comparison comparison) {
        if (comparison.others().size() != 1
                || !(comparison.others().getFirst() instanceof AConst constant)
                || !(constant.val() instanceof StringNode(String text))
                || text.isEmpty()) {
            return null;
        }
        return switch (comparison.test()) {
            case LIKE -> text.startsWith("%") || text.startsWith("_") ? text.charAt(0) + "" : null;
            case REGEX -> text.startsWith("^") || text.startsWith("(") ? null : "no ^";
            case EQUAL, BELOW, ABOVE, BETWEEN, IN, NULL -> null;
        };
    }

    private static boolean hasTrigrams(TableColumn column) {
        return TableColumn.indexes(column.relation()).stream()
                .filter(index -> index.method().equals("gin") || index.method().equals("gist"))
                .flatMap(index -> index.keys().stream())
                .anyMatch(key -> isTrigrams(key) && key.text().contains(column.name()));
    }

    private static boolean isTrigrams(Index.Key key) {
        QualifiedName operators = key.operatorClass();
        return operators != null && operators.name().endsWith("trgm_ops");
    }
}
