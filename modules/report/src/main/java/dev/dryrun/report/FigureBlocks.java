package dev.dryrun.report;

import dev.dryrun.model.FigureChange;
import dev.dryrun.model.FigureDelta;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.PropertyChange.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Figures as text, under the objects and parts that they belong to. Of what only one side has, one
/// line says what matters.
///
/// @param palette paints it
record FigureBlocks(Palette palette) {

    private static final String INDENT = "    ";
    private static final int FIGURE_WIDTH = 32;
    private static final int VALUES_WIDTH = 30;

    /// What tells best how large or how busy something is.
    private static final List<String> TELLING =
            List.of(
                    "reltuples",
                    "size",
                    "total_relation_size",
                    "n_distinct",
                    "n_live_tup",
                    "seq_scan",
                    "idx_scan");

    /// {@return a block for each object}
    ///
    /// @param figures those of one object one after the other
    String of(List<FigureChange> figures) {
        SequencedMap<ObjectRef, List<FigureChange>> objects =
                figures.stream()
                        .collect(
                                Collectors.groupingBy(
                                        FigureChange::about,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        StringBuilder out = new StringBuilder();
        objects.forEach((about, own) -> out.append('\n').append(block(about, own)));
        return out.toString();
    }

    /// {@return a block for each partitioned table}
    ///
    /// @param rolledUp those of one table one after the other
    String rolledUp(List<FigureDelta.RolledUp> rolledUp) {
        StringBuilder out = new StringBuilder();
        ObjectRef last = null;
        for (FigureDelta.RolledUp one : rolledUp) {
            ObjectRef about = one.figure().about();
            if (!about.equals(last)) {
                String of = ": its " + (one.partitions() + one.leftOut()) + " partitions together";
                out.append('\n').append(head("~", ChangeWords.object(about) + of)).append('\n');
            }
            last = about;
            out.append(row(INDENT, one.figure()));
            if (one.leftOut() > 0) {
                out.append(INDENT)
                        .append(palette.dim("  without " + one.leftOut() + " that began anew"))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private String block(ObjectRef about, List<FigureChange> figures) {
        String name = ChangeWords.object(about);
        String sign = sign(figures);
        if (!sign.equals("~")) {
            return head(sign, name + telling(ofObject(figures), sign)) + "\n";
        }
        StringBuilder out = new StringBuilder(head(sign, name)).append('\n');
        ofObject(figures).forEach(figure -> out.append(row(INDENT, figure)));
        parts(figures)
                .forEach((part, own) -> {
                    String of = VisibleText.of(part.kind() + " " + part.name());
                    String partSign = sign(own);
                    out.append(INDENT);
                    if (partSign.equals("~")) {
                        out.append(of).append('\n');
                        own.forEach(figure -> out.append(row(INDENT + "  ", figure)));
                    } else {
                        String line = partSign + " " + of + telling(own, partSign);
                        out.append(palette.signed(partSign, line)).append('\n');
                    }
                });
        return out.toString();
    }

    private static List<FigureChange> ofObject(List<FigureChange> figures) {
        return figures.stream().filter(figure -> figure.part() == null).toList();
    }

    private static Map<Part, List<FigureChange>> parts(List<FigureChange> figures) {
        return figures.stream()
                .filter(figure -> figure.part() != null)
                .collect(
                        Collectors.groupingBy(
                                figure -> Objects.requireNonNull(figure.part()),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    private static String sign(List<FigureChange> figures) {
        if (figures.stream().allMatch(figure -> figure.before() == null)) {
            return "+";
        }
        return figures.stream().allMatch(figure -> figure.after() == null) ? "-" : "~";
    }

    private String head(String sign, String text) {
        return palette.signed(sign, palette.bold(sign + " " + text));
    }

    private static String telling(List<FigureChange> figures, String sign) {
        String words =
                figures.stream()
                        .filter(figure -> TELLING.contains(figure.metric()))
                        .map(figure ->
                                figure.metric()
                                        + " "
                                        + DiffTables.number(
                                                sign.equals("+")
                                                        ? figure.after()
                                                        : figure.before()))
                        .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : ": " + words;
    }

    private static String row(String indent, FigureChange figure) {
        String values = known(figure.before()) + " → " + known(figure.after());
        String line =
                padded(indent + VisibleText.of(figure.metric()), FIGURE_WIDTH)
                        + padded(values, VALUES_WIDTH)
                        + DiffTables.moved(figure);
        return line.stripTrailing() + "\n";
    }

    private static String known(@Nullable Double value) {
        return value == null ? "unknown" : DiffTables.number(value);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
