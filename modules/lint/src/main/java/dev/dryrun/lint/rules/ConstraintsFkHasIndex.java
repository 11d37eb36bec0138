package dev.dryrun.lint.rules;

import dev.dryrun.lint.spi.FindingSink;
import dev.dryrun.lint.spi.LintContext;
import dev.dryrun.lint.spi.QuotedName;
import dev.dryrun.lint.spi.RuleInfo;
import dev.dryrun.lint.spi.TableRule;
import dev.dryrun.lint.spi.Violation;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.Constraint.Reference;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The columns of every foreign key are the leading columns of an index.
///
/// What counts as such an index says [KeyLookup]. Foreign keys over the same columns are one
/// finding: one index serves them all.
public final class ConstraintsFkHasIndex implements TableRule {

    private static final RuleId ID = new RuleId("constraints/fk_has_index");
    private static final RuleInfo INFO =
            new RuleInfo(
                    "index the columns of every foreign key",
                    Severity.ERROR,
                    "constraints-fk-has-index");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Table table, LintContext context, FindingSink findings) {
        Set<Set<String>> seen = new HashSet<>();
        for (Constraint constraint : table.constraints()) {
            Reference reference = constraint.references();
            if (reference != null
                    && !new KeyLookup(constraint.columns()).isServed(table)
                    && seen.add(Set.copyOf(constraint.columns()))) {
                findings.add(violation(table, constraint, reference, context));
            }
        }
    }

    private static Violation violation(
            Table table, Constraint constraint, Reference reference, LintContext context) {
        List<String> columns = constraint.columns();
        return Violation.of(
                        table,
                        "foreign key %s has no index: a DELETE in %s scans this whole table for"
                                        .formatted(
                                                QuotedName.of(constraint.name()),
                                                QuotedName.of(reference.table().name()))
                                + " each row, and holds its row locks meanwhile",
                        table.isPartitioned()
                                ? "create the index; CONCURRENTLY is refused on a partitioned"
                                        + " table, and this takes SHARE, which blocks writes"
                                        + " until it is built"
                                : "create the index; CONCURRENTLY blocks neither reads nor"
                                        + " writes, and runs outside a transaction")
                .at(columns.size() == 1 ? columns.getFirst() : null)
                .fixedBy(createIndex(table, columns, context));
    }

    private static String createIndex(Table table, List<String> columns, LintContext context) {
        String name =
                context.freeName(
                        table.name().schema(),
                        "idx_" + table.name().name() + "_" + String.join("_", columns));
        return "CREATE INDEX %s%s ON %s (%s);"
                .formatted(
                        table.isPartitioned() ? "" : "CONCURRENTLY ",
                        SqlIdentifier.quote(name),
                        table.name().sql(),
                        columns.stream()
                                .map(SqlIdentifier::quote)
                                .collect(Collectors.joining(", ")));
    }
}
