package dev.dryrun.report;

import dev.dryrun.model.Finding;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.Severity;
import java.util.List;

/// A lint report as text: one line for each finding, below it what to do, and a total at the end.
public final class LintText {

    private static final String INDENT = " ".repeat(8);

    private LintText() {}

    /// {@return the report, each line ended}
    ///
    /// @param findings in the order to show them
    /// @param tablesChecked how many tables the rules saw
    public static String of(List<Finding> findings, int tablesChecked) {
        StringBuilder text = new StringBuilder();
        findings.forEach(finding -> append(finding, text));
        String checked = " (" + Counted.of(tablesChecked, "table") + " checked)";
        if (findings.isEmpty()) {
            return text.append("No findings").append(checked).append('\n').toString();
        }
        return text.append('\n')
                .append(Counted.of(findings.size(), "finding"))
                .append(": ")
                .append(Counted.of(LintJson.count(findings, Severity.ERROR), "error"))
                .append(", ")
                .append(Counted.of(LintJson.count(findings, Severity.WARNING), "warning"))
                .append(", ")
                .append(LintJson.count(findings, Severity.INFO))
                .append(" info")
                .append(checked)
                .append('\n')
                .toString();
    }

    private static void append(Finding finding, StringBuilder text) {
        text.append(label(finding.severity()))
                .append(VisibleText.of(subject(finding)))
                .append(": ")
                .append(VisibleText.of(finding.message()))
                .append(" (")
                .append(finding.rule())
                .append(")\n")
                .append(INDENT)
                .append("fix: ")
                .append(VisibleText.of(finding.recommendation()))
                .append('\n');
        if (finding.ddlFix() != null) {
            finding.ddlFix()
                    .lines()
                    .forEach(line -> text.append(INDENT).append(VisibleText.of(line)).append('\n'));
        }
    }

    private static String label(Severity severity) {
        return switch (severity) {
            case ERROR -> "[ERROR] ";
            case WARNING -> "[WARN ] ";
            case INFO -> "[INFO ] ";
        };
    }

    private static String subject(Finding finding) {
        String kind =
                finding.object().kind() == ObjectKind.TABLE
                        ? ""
                        : finding.object().kind().word().replace('_', ' ') + " ";
        String column = finding.column() == null ? "" : "." + finding.column();
        return kind + finding.object().name().display() + column;
    }
}
