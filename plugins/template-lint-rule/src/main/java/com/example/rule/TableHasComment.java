package com.example.rule;

import dev.dryrun.lint.spi.FindingSink;
import dev.dryrun.lint.spi.LintContext;
import dev.dryrun.lint.spi.QuotedName;
import dev.dryrun.lint.spi.RuleInfo;
import dev.dryrun.lint.spi.TableRule;
import dev.dryrun.lint.spi.Violation;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import dev.dryrun.model.Table;

/// Every table has a comment.
public final class TableHasComment implements TableRule {

    /// Made by the service loader.
    public TableHasComment() {}

    @Override
    public RuleId id() {
        return new RuleId("example/table_has_comment");
    }

    @Override
    public RuleInfo info() {
        return new RuleInfo(
                "say in a comment what a row of each table is",
                Severity.WARNING,
                "https://example.com/rules/table_has_comment");
    }

    @Override
    public void check(Table table, LintContext context, FindingSink findings) {
        String comment = table.facts().comment();
        if (comment == null || comment.isBlank()) {
            String name = QuotedName.of(table.name().name());
            findings.add(
                    Violation.of(
                            table,
                            "table " + name + " has no comment: its readers guess what a row is",
                            "say in one sentence what a row stands for: COMMENT ON TABLE"));
        }
    }
}
