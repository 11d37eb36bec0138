package dev.dryrun.report;

import dev.dryrun.model.QueryReport;
import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlError;
import dev.dryrun.model.SqlPlace;
import dev.dryrun.model.SqlWarning;
import dev.dryrun.model.StatementVerdict;
import org.jspecify.annotations.Nullable;

/// Verdicts on SQL as workflow commands of GitHub Actions, which shows them beside the changed
/// lines.
public final class QueryAnnotations {

    private QueryAnnotations() {}

    /// {@return one line for each error and each warning of a file, each ended}
    ///
    /// @param report what is said of the file
    public static String of(QueryReport report) {
        StringBuilder lines = new StringBuilder();
        for (StatementVerdict verdict : report.statements()) {
            for (SqlError error : verdict.errors()) {
                append("error", error.sqlstate(), report.file(), error.place(), lines);
                said(error.message(), error.hint(), lines);
            }
            for (SqlWarning warning : verdict.warnings()) {
                String command = command(warning.severity());
                append(command, warning.rule().text(), report.file(), warning.place(), lines);
                said(warning.message(), warning.hint(), lines);
            }
        }
        return lines.toString();
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
    }

    private static void append(
            String command,
            String title,
            String file,
            @Nullable SqlPlace place,
            StringBuilder lines) {
        lines.append("::").append(command).append(" file=").append(property(file));
        if (place != null) {
            lines.append(",line=").append(place.line()).append(",col=").append(place.column());
        }
        lines.append(",title=").append(property(title)).append("::");
    }

    private static void said(String message, @Nullable String hint, StringBuilder lines) {
        lines.append(data(message));
        if (hint != null) {
            lines.append("%0Ahint: ").append(data(hint));
        }
        lines.append('\n');
    }

    private static String property(String value) {
        return data(value).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String value) {
        return VisibleText.of(value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
    }
}
