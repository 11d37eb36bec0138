package dev.dryrun.report;

import dev.dryrun.model.DiffCaveat;
import dev.dryrun.model.FigureChange;
import dev.dryrun.model.FigureDelta;
import dev.dryrun.model.PropertyChange.Part;
import dev.dryrun.model.QueryDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The rows of comparisons of figures and queries, for text and Markdown.
final class DiffTables {

    /// As many queries as a person looks through.
    static final int MOVERS = 25;

    private static final int TEXT_SHOWN = 36;

    private DiffTables() {}

    static final List<String> FIGURE_HEADINGS =
            List.of("OBJECT", "FIGURE", "BEFORE", "AFTER", "CHANGE");
    static final List<String> ROLLED_UP_HEADINGS =
            List.of("TABLE (ITS PARTITIONS)", "FIGURE", "BEFORE", "AFTER", "CHANGE");
    static final List<String> QUERY_HEADINGS =
            List.of("STATUS", "CALLS", "TIME MS", "MEAN MS", "MEAN WAS", "QUERY");

    static List<List<String>> figures(FigureDiffReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (FigureChange change : report.movers()) {
            Part part = change.part();
            rows.add(
                    figure(
                            change.about().name().display()
                                    + (part == null ? "" : " " + part.kind() + " " + part.name()),
                            change));
        }
        return rows;
    }

    /// {@return a row for each figure of a partitioned table}
    static List<List<String>> rolledUp(FigureDiffReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (FigureDelta.RolledUp one : report.rolledUp()) {
            rows.add(
                    figure(
                            one.figure().about().name().display()
                                    + " ("
                                    + one.partitions()
                                    + (one.leftOut() == 0
                                            ? ""
                                            : " of " + (one.partitions() + one.leftOut()))
                                    + ")",
                            one.figure()));
        }
        return rows;
    }

    private static List<String> figure(String object, FigureChange change) {
        return List.of(
                object,
                change.metric(),
                number(change.before()),
                number(change.after()),
                moved(change));
    }

    static String moved(FigureChange change) {
        if (change.resetBetween()) {
            return "reset";
        }
        return change.percent()
                .map(percent -> String.format(Locale.ROOT, "%+.1f %%", percent))
                .orElse("");
    }

    static List<List<String>> queries(QueryDelta delta) {
        List<List<String>> rows = new ArrayList<>();
        for (QueryDelta.Entry entry : delta.entries()) {
            if (entry.status() != QueryDelta.Status.FLAT && rows.size() < MOVERS) {
                QueryDelta.Cost cost = entry.delta();
                rows.add(
                        List.of(
                                entry.status().word() + (entry.unmatched() == 0 ? "" : " (≥)"),
                                cost == null ? "" : Long.toString(cost.calls()),
                                cost == null ? "" : number(cost.timeMs()),
                                cost == null ? "" : number(cost.meanMs()),
                                number(entry.meanBeforeMs()),
                                shortened(entry.text())));
            }
        }
        return rows;
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= TEXT_SHOWN ? line : line.substring(0, TEXT_SHOWN - 1) + "…";
    }

    static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString(value.longValue())
                : String.format(Locale.ROOT, "%.3f", value);
    }

    static String total(QueryDelta delta) {
        return delta.isEmpty()
                ? "No differences."
                : delta.callsDelta()
                        + " calls, "
                        + number(delta.timeMsDelta())
                        + " ms, "
                        + delta.blocksReadDelta()
                        + " blocks read, "
                        + delta.blocksHitDelta()
                        + " blocks hit";
    }

    static String total(FigureDiffReport report) {
        if (report.delta().isEmpty()) {
            return "No differences.";
        }
        int hidden = report.delta().figures().size() - report.movers().size();
        return Counted.of(report.movers().size(), "figure")
                + " moved"
                + (hidden == 0 ? "" : ", " + hidden + " more by less than --min-pct")
                + (report.delta().otherwise() == 0
                        ? ""
                        : "; "
                                + Counted.of(report.delta().otherwise(), "object")
                                + (report.delta().otherwise() == 1 ? " differs" : " differ")
                                + " in what is no figure");
    }

    static String caveats(List<DiffCaveat> caveats, String before) {
        StringBuilder out = new StringBuilder();
        caveats.forEach(caveat ->
                out.append(before)
                        .append(VisibleText.of(caveat.message()))
                        .append(" (")
                        .append(caveat.code().word())
                        .append(")\n"));
        return out.toString();
    }
}
