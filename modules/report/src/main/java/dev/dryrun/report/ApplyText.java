package dev.dryrun.report;

import java.util.List;

/// What `dryrun stats apply` wrote as text.
public final class ApplyText {

    private static final int SHOWN_MAX = 20;

    private ApplyText() {}

    /// {@return what was written and what was not, for people: standard error has it, as standard
    /// output has the settings}
    ///
    /// @param report what to say
    public static String of(ApplyReport report) {
        StringBuilder text = new StringBuilder();
        text.append("Stats applied (")
                .append(report.method())
                .append("): ")
                .append(Counted.of(report.tables(), "table"))
                .append(", ")
                .append(report.indexes() == 1 ? "1 index" : report.indexes() + " indexes")
                .append(", ")
                .append(Counted.of(report.columns(), "column"));
        if (report.extended() > 0) {
            text.append(", ").append(report.extended()).append(" extended");
        }
        text.append(" updated\n");
        if (report.scaled() > 0) {
            text.append("  rows: production's in ")
                    .append(Counted.of(report.scaled(), "table"))
                    .append(" that are smaller here; page costs are not\n");
        }
        if (report.pagesMade() > 0) {
            text.append("  pages: one each for ")
                    .append(Counted.of(report.pagesMade(), "empty table"))
                    .append('\n');
        }
        text.append("  autovacuum: off on these tables; ANALYZE or VACUUM there undoes this\n");
        settings(text, report);
        missing(text, report.missing());
        leftOut(text, report.leftOut());
        return text.append(SnapshotLine.warnings(report.warnings())).toString();
    }

    /// {@return the settings as statements for a session that plans as production does; empty when
    /// none differ, or the database has them}
    ///
    /// @param report what to say
    public static String script(ApplyReport report) {
        StringBuilder sql = new StringBuilder();
        if (!report.settingsWritten()) {
            report.settings()
                    .forEach((name, value) ->
                            sql.append("SET ")
                                    .append(name)
                                    .append(" = '")
                                    .append(value.replace("'", "''"))
                                    .append("';\n"));
        }
        return sql.toString();
    }

    private static void settings(StringBuilder text, ApplyReport report) {
        if (report.settings().isEmpty()) {
            return;
        }
        String counted = Counted.of(report.settings().size(), "planner setting");
        text.append(
                report.settingsWritten()
                        ? "  settings: the database has " + counted + " of production now\n"
                        : "  settings: SET statements for "
                                + counted
                                + " are on standard output\n");
    }

    private static void missing(StringBuilder text, List<String> missing) {
        if (!missing.isEmpty()) {
            text.append("Not there, and so not written (").append(missing.size()).append("):\n");
            missing.stream()
                    .limit(SHOWN_MAX)
                    .forEach(name -> text.append("  ").append(VisibleText.of(name)).append('\n'));
            more(text, missing.size());
        }
    }

    private static void leftOut(StringBuilder text, List<ApplyReport.LeftOut> leftOut) {
        if (!leftOut.isEmpty()) {
            text.append("Not written (").append(leftOut.size()).append("):\n");
            leftOut.stream()
                    .limit(SHOWN_MAX)
                    .forEach(it ->
                            text.append("  ")
                                    .append(VisibleText.of(it.object()))
                                    .append(": ")
                                    .append(VisibleText.of(it.reason()))
                                    .append('\n'));
            more(text, leftOut.size());
        }
    }

    private static void more(StringBuilder text, int size) {
        if (size > SHOWN_MAX) {
            text.append("  and ").append(size - SHOWN_MAX).append(" more; --json lists all\n");
        }
    }
}
