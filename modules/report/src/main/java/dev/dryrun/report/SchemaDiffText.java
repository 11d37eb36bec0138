package dev.dryrun.report;

import dev.dryrun.model.ObjectChange;
import dev.dryrun.model.PropertyChange;
import dev.dryrun.model.SchemaDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What differs between two states of a schema as text, in the manner of `git diff`: `+` came, `-`
/// went, `~` is other than it was.
public final class SchemaDiffText {

    private static final int WIDTH = 80;
    private static final String INDENT = "    ";

    private SchemaDiffText() {}

    /// {@return the report, each line ended}
    ///
    /// @param report what differs
    /// @param colour whether to paint it
    public static String of(SchemaDiffReport report, boolean colour) {
        Palette palette = new Palette(colour);
        StringBuilder out = new StringBuilder();
        out.append(palette.bold(side("---", report.from()))).append('\n');
        out.append(palette.bold(side("+++", report.to()))).append('\n');
        out.append(body(report.delta(), palette));
        return out.append(SnapshotLine.warnings(report.warnings())).toString();
    }

    static String side(String sign, DiffSide side) {
        return sign
                + " "
                + VisibleText.of(side.stream())
                + " "
                + (side.live() ? "live" : hash(side))
                + "  "
                + side.takenAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                + "  PostgreSQL "
                + VisibleText.of(side.server().version());
    }

    private static String hash(DiffSide side) {
        return SnapshotLine.shortened(Objects.requireNonNullElse(side.hash(), "?"));
    }

    static String body(SchemaDelta delta, Palette palette) {
        StringBuilder out = new StringBuilder();
        for (ObjectChange change : delta.causes()) {
            out.append('\n').append(change(change, delta, palette));
        }
        return out.append('\n').append(total(delta)).append('\n').toString();
    }

    static String total(SchemaDelta delta) {
        if (delta.isEmpty()) {
            return "No differences.";
        }
        int following = delta.changes().size() - delta.causes().size();
        return Counted.of(delta.added(), "object")
                + " added, "
                + delta.removed()
                + " removed, "
                + delta.modified()
                + " modified"
                + (following == 0 ? "" : "; " + following + " more had to follow");
    }

    private static String change(ObjectChange change, SchemaDelta delta, Palette palette) {
        StringBuilder out = new StringBuilder();
        String head = ChangeWords.sign(change) + " " + ChangeWords.subject(change);
        out.append(palette.signed(ChangeWords.sign(change), palette.bold(head))).append('\n');
        for (PropertyChange property : ChangeWords.properties(change)) {
            if (property.follows() == null) {
                out.append(property(property, palette));
            }
        }
        List<String> following = new ArrayList<>(ChangeWords.following(change));
        delta.changes().stream()
                .filter(other -> change.about().equals(other.follows()))
                .map(other -> ChangeWords.sign(other) + " " + ChangeWords.subject(other))
                .forEach(following::add);
        if (!following.isEmpty()) {
            out.append(list("with it: ", following, palette));
        }
        List<String> dependants =
                ChangeWords.dependants(change).stream().map(ChangeWords::object).toList();
        if (!dependants.isEmpty()) {
            out.append(list("used by: ", dependants, palette));
        }
        return out.toString();
    }

    /// As many on a line as there is room for.
    private static String list(String heading, List<String> items, Palette palette) {
        StringBuilder out = new StringBuilder();
        StringBuilder line = new StringBuilder(INDENT + heading.stripTrailing());
        for (String item : ChangeWords.few(items)) {
            if (line.length() + 1 + item.length() > WIDTH) {
                out.append(palette.dim(line.toString())).append('\n');
                line = new StringBuilder(INDENT + " ".repeat(heading.length() - 1));
            }
            line.append(' ').append(item);
        }
        return out.append(palette.dim(line.toString())).append('\n').toString();
    }

    private static String property(PropertyChange change, Palette palette) {
        String sign = ChangeWords.sign(change);
        String line = ChangeWords.line(change);
        boolean both = change.before() != null && change.after() != null;
        if (!ChangeWords.isLong(change) && INDENT.length() + 2 + line.length() <= WIDTH) {
            return INDENT + palette.signed(sign, sign + " " + line) + "\n";
        }
        StringBuilder out = new StringBuilder(INDENT);
        out.append(palette.signed(sign, sign + " " + ChangeWords.place(change))).append('\n');
        String before = Objects.requireNonNullElse(change.before(), both ? "(none)" : "");
        String after = Objects.requireNonNullElse(change.after(), both ? "(none)" : "");
        for (String edit : LineDiff.of(before, after)) {
            String shown =
                    edit.substring(0, 1)
                            + " "
                            + VisibleText.of(edit.substring(1).replace("\t", "    "));
            out.append(INDENT).append("  ").append(palette.signed(edit.substring(0, 1), shown));
            out.append('\n');
        }
        return out.toString();
    }
}
