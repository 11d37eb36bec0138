package dev.dryrun.lint.rules;

import dev.dryrun.lint.spi.FindingSink;
import dev.dryrun.lint.spi.LintContext;
import dev.dryrun.lint.spi.QuotedName;
import dev.dryrun.lint.spi.RuleInfo;
import dev.dryrun.lint.spi.TableRule;
import dev.dryrun.lint.spi.Violation;
import dev.dryrun.model.Column;
import dev.dryrun.model.Partitioning;
import dev.dryrun.model.Reading;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.model.Table;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Strings are `text`, not `character varying`.
///
/// Arrays of `character varying` count; domains over it do not, since a domain's limit is changed
/// in one place. A generated column, one that a generated column is computed from, and one of the
/// partition key get no fix: PostgreSQL refuses to change their type.
public final class TypesTextOverVarchar implements TableRule {

    private static final RuleId ID = new RuleId("types/text_over_varchar");
    private static final RuleInfo INFO =
            new RuleInfo(
                    "use text instead of varchar", Severity.WARNING, "types-text-over-varchar");

    /// `format_type` of the built-in type: nobody else's type is shown without its schema.
    private static final Pattern VARCHAR =
            Pattern.compile("character varying(?<limit>\\(\\d+\\))?(?<dimensions>(\\[])*)");

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
        for (Column column : table.columns()) {
            Matcher type = VARCHAR.matcher(column.type());
            if (type.matches()) {
                findings.add(violation(table, column, type));
            }
        }
    }

    private static Violation violation(Table table, Column column, Matcher type) {
        String why =
                type.group("limit") == null
                        ? "which is text under another name: readers look for a limit that is not"
                                + " there"
                        : "and changing its limit takes ACCESS EXCLUSIVE, which blocks reads and"
                                + " writes";
        String message =
                "column %s is %s, %s".formatted(QuotedName.of(column.name()), column.type(), why);
        if (isFixed(table, column)) {
            return Violation.of(
                            table,
                            message,
                            "change it when the table is next rebuilt: PostgreSQL refuses it while"
                                    + " a partition key or a generated column depends on it")
                    .at(column.name());
        }
        String dimensions = type.group("dimensions");
        return Violation.of(
                        table,
                        message,
                        dimensions.isEmpty()
                                ? "change it to text, which rewrites nothing; drop views on it"
                                        + " first, and add a CHECK where the limit is a rule"
                                : "change it to text[] in a quiet hour: for an array that rewrites"
                                        + " the table"
                                        + " under ACCESS EXCLUSIVE, which blocks reads and writes")
                .at(column.name())
                .fixedBy(
                        "ALTER TABLE %s ALTER COLUMN %s TYPE text%s;"
                                .formatted(
                                        table.name().sql(),
                                        SqlIdentifier.quote(column.name()),
                                        dimensions));
    }

    /// Whether the server would refuse to change the type. Errs on the side of yes: what counts is
    /// whether the column's name occurs, wherever in the expression, or the expression is unknown.
    private static boolean isFixed(Table table, Column column) {
        Partitioning partitioning = table.partitioning();
        return (partitioning != null && mayName(partitioning.key(), column))
                || table.columns().stream()
                        .map(Column::generated)
                        .anyMatch(generated ->
                                generated != null && mayName(generated.expression(), column));
    }

    private static boolean mayName(Reading<String> expression, Column column) {
        return expression.known().map(text -> text.contains(column.name())).orElse(true);
    }
}
