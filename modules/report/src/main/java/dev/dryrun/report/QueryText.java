package dev.dryrun.report;

import dev.dryrun.model.Certainty;
import dev.dryrun.model.QueryReport;
import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlCorrection;
import dev.dryrun.model.SqlError;
import dev.dryrun.model.SqlFix;
import dev.dryrun.model.SqlPlace;
import dev.dryrun.model.SqlWarning;
import dev.dryrun.model.StatementVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Verdicts on SQL as text: each with its place, the line of SQL and a caret under it.
public final class QueryText {

    /// A longer statement is not printed again; JSON has it whole.
    private static final int SHOWN_LINES = 20;

    private QueryText() {}

    /// {@return one file's verdicts, each line ended}
    ///
    /// @param report what is said of the file
    /// @param sql the file's text, which the places are in
    public static String of(QueryReport report, String sql) {
        StringBuilder text = new StringBuilder();
        String file = VisibleText.of(report.file());
        for (StatementVerdict verdict : report.statements()) {
            for (SqlError error : verdict.errors()) {
                String likely = error.certainty() == Certainty.LIKELY ? " (likely)" : "";
                String what = "error " + error.sqlstate() + likely + ": " + error.message();
                append(file, error.place(), what, error.hint(), sql, text);
            }
            if (verdict.correction() != null) {
                append(verdict.correction(), text);
            }
            for (SqlWarning warning : verdict.warnings()) {
                String word = word(warning.severity());
                String what = word + ": " + warning.message() + " (" + warning.rule() + ")";
                append(file, warning.place(), what, warning.hint(), sql, text);
            }
        }
        return text.append(file).append(": ").append(total(report)).append('\n').toString();
    }

    /// Nobody shall take the worst of them for the server's refusal.
    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error (pattern)";
            case WARNING, INFO -> severity.word();
        };
    }

    private static void append(SqlCorrection correction, StringBuilder text) {
        for (SqlFix fix : correction.fixes()) {
            String what = fix.kind() + " " + fix.from() + " -> " + fix.to();
            text.append("    fix: ").append(VisibleText.of(what)).append('\n');
        }
        List<String> lines = correction.sql().lines().toList();
        if (lines.size() <= SHOWN_LINES) {
            text.append("    corrected:\n");
            lines.forEach(line -> text.append("      ").append(shown(line)).append('\n'));
        }
    }

    private static String shown(String line) {
        return VisibleText.of(line.replace('\t', ' ').stripTrailing());
    }

    private static void append(
            String file,
            @Nullable SqlPlace place,
            String what,
            @Nullable String hint,
            String sql,
            StringBuilder text) {
        text.append(file);
        if (place != null) {
            text.append(':').append(place.line()).append(':').append(place.column());
        }
        text.append(": ").append(VisibleText.of(what)).append('\n');
        if (place != null) {
            text.append(Caret.under(sql, place));
        }
        if (hint != null) {
            text.append("    hint: ").append(VisibleText.of(hint)).append('\n');
        }
    }

    private static String total(QueryReport report) {
        int statements = report.statements().size();
        long invalid = report.statements().stream().filter(verdict -> !verdict.valid()).count();
        long warnings =
                report.statements().stream().mapToLong(verdict -> verdict.warnings().size()).sum();
        String verdict =
                invalid == 0
                        ? "valid (" + Counted.of(statements, "statement")
                        : "invalid (" + invalid + " of " + Counted.of(statements, "statement");
        return verdict + (warnings == 0 ? ")" : ", " + Counted.of(warnings, "warning") + ")");
    }
}
