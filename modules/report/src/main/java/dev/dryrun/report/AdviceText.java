package dev.dryrun.report;

import dev.dryrun.model.Advice;
import dev.dryrun.model.AdviceReport;
import dev.dryrun.model.IndexSuggestion;
import dev.dryrun.model.QueryReport;
import dev.dryrun.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Advice as text: what hurts, where, what to do, the statements that do it, and what they cost.
public final class AdviceText {

    private static final int WIDTH = 80;
    private static final String INDENT = " ".repeat(8);

    private AdviceText() {}

    /// {@return the report, each line ended}
    ///
    /// @param report what is advised
    /// @param sql the text of the statements; empty when there was only a plan
    public static String of(AdviceReport report, String sql) {
        StringBuilder text = new StringBuilder();
        if (!report.valid()) {
            text.append(QueryText.of(new QueryReport(report.file(), report.statements()), sql));
        }
        report.advice().forEach(advice -> append(advice, text));
        if (!report.advice().isEmpty()) {
            text.append('\n');
        }
        return text.append(VisibleText.of(report.file()))
                .append(": ")
                .append(total(report))
                .append('\n')
                .toString();
    }

    private static String total(AdviceReport report) {
        String from = report.planRead() ? "the plan" : "the query";
        if (report.advice().isEmpty()) {
            return report.valid() ? "nothing to advise from " + from : "no advice";
        }
        long warnings = count(report.advice(), Severity.WARNING);
        return Counted.of(report.advice().size(), "finding")
                + " from "
                + from
                + ": "
                + Counted.of(warnings, "warning")
                + ", "
                + count(report.advice(), Severity.INFO)
                + " info";
    }

    private static long count(List<Advice> advice, Severity severity) {
        return advice.stream().filter(it -> it.severity() == severity).count();
    }

    private static void append(Advice advice, StringBuilder text) {
        String label =
                switch (advice.severity()) {
                    case ERROR -> "[ERROR] ";
                    case WARNING -> "[WARN ] ";
                    case INFO -> "[INFO ] ";
                };
        String subject =
                advice.node() != null
                        ? advice.node() + ": "
                        : advice.table() != null ? advice.table().display() + ": " : "";
        wrap(label, INDENT, subject + advice.message() + " (" + advice.rule() + ")", text);
        if (advice.detail() != null) {
            wrap(INDENT + "from: ", INDENT + "      ", advice.detail(), text);
        }
        wrap(INDENT + "fix:  ", INDENT + "      ", advice.recommendation(), text);
        IndexSuggestion index = advice.index();
        if (index != null) {
            wrap(INDENT + "why:  ", INDENT + "      ", index.rationale(), text);
            wrap(INDENT + "cost: ", INDENT + "      ", cost(index), text);
        }
        if (advice.ddl() != null) {
            // Statements are to be copied: never wrapped.
            advice.ddl()
                    .lines()
                    .forEach(line -> text.append(INDENT).append(VisibleText.of(line)).append('\n'));
        }
    }

    private static String cost(IndexSuggestion index) {
        List<String> costs = new ArrayList<>();
        costs.add(
                index.sizeBytes()
                        .known()
                        .map(bytes -> "about " + ByteCount.of(bytes))
                        .orElse("size not known"));
        costs.add(
                index.existingIndexes() == 0
                        ? "the first index of the table"
                        : "one more beside " + existing(index.existingIndexes()));
        costs.add(
                index.writesPerDay()
                        .known()
                        .map(writes ->
                                String.format(
                                        Locale.ROOT,
                                        "every write keeps it up, at most %,d a day",
                                        writes))
                        .orElse("every write keeps it up, how many is not known"));
        index.hotUpdatesPerDay()
                .known()
                .filter(updates -> updates > 0)
                .ifPresent(updates ->
                        costs.add(
                                String.format(
                                        Locale.ROOT,
                                        "updates of its columns are no longer HOT,"
                                                + " of %,d a day that are",
                                        updates)));
        return String.join("; ", costs);
    }

    private static String existing(int count) {
        return count == 1 ? "1 index" : count + " indexes";
    }

    private static void wrap(String first, String indent, String words, StringBuilder text) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : VisibleText.of(words).split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        text.append(line).append('\n');
    }
}
