package dev.dryrun.lint;

import dev.dryrun.model.Finding;
import java.util.List;

/// What the rules say.
///
/// @param findings by object name, then rule, then column
/// @param tablesChecked how many tables the rules saw; partitions do not count
public record LintReport(List<Finding> findings, int tablesChecked) {

    public LintReport {
        findings = List.copyOf(findings);
    }
}
