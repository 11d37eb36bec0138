package dev.dryrun.lint.rules;

import dev.dryrun.lint.spi.FindingSink;
import dev.dryrun.lint.spi.LintContext;
import dev.dryrun.lint.spi.QuotedName;
import dev.dryrun.lint.spi.RuleInfo;
import dev.dryrun.lint.spi.TableRule;
import dev.dryrun.lint.spi.Violation;
import dev.dryrun.model.Column;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import dev.dryrun.model.Table;
import java.util.Set;

/// Every table has a primary key.
///
/// The fix makes an existing column `id` the key where its type can be one, and adds an identity
/// column otherwise. A partitioned table gets no fix: its key must hold the partition key, and an
/// identity column cannot be added to one that has partitions before PostgreSQL 17.
public final class PkExists implements TableRule {

    private static final RuleId ID = new RuleId("pk/exists");
    private static final RuleInfo INFO =
            new RuleInfo("give every table a primary key", Severity.ERROR, "pk-exists");
    private static final String KEY_COLUMN = "id";
    private static final Set<String> KEY_TYPES =
            Set.of("smallint", "integer", "bigint", "numeric", "uuid", "text");

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
        if (table.primaryKey().isEmpty()) {
            String message =
                    "table %s has no primary key: duplicate rows get in, and publishing it for"
                                    .formatted(QuotedName.of(table.name().name()))
                            + " logical replication makes its UPDATE and DELETE fail";
            findings.add(remedy(table, message));
        }
    }

    private static Violation remedy(Table table, String message) {
        if (table.isPartitioned()) {
            return Violation.of(
                    table,
                    message,
                    "add a primary key that includes the columns of the partition key; when that"
                            + " is an expression, give each partition its own");
        }
        String alter = "ALTER TABLE " + table.name().sql() + " ";
        if (table.column(KEY_COLUMN).filter(PkExists::canBeKey).isPresent()) {
            return Violation.of(
                            table,
                            message,
                            "make \"id\" the primary key; it needs unique values, and building it"
                                    + " takes ACCESS EXCLUSIVE, which blocks reads and writes")
                    .fixedBy(alter + "ADD PRIMARY KEY (id);");
        }
        return Violation.of(
                        table,
                        message,
                        "add one; a new column rewrites the table under ACCESS EXCLUSIVE, which"
                                + " blocks reads and writes, so prefer columns that are unique")
                .fixedBy(
                        alter
                                + "ADD COLUMN "
                                + freeColumn(table)
                                + " bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;");
    }

    private static boolean canBeKey(Column column) {
        return KEY_TYPES.contains(column.type()) && column.generated() == null;
    }

    private static String freeColumn(Table table) {
        String name = KEY_COLUMN;
        for (int number = 2; table.column(name).isPresent(); number++) {
            name = KEY_COLUMN + "_" + number;
        }
        return name;
    }
}
