package dev.dryrun.report;

import dev.dryrun.model.ObjectChange;
import dev.dryrun.model.PropertyChange;
import dev.dryrun.model.SchemaDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What differs between two states of a schema as Markdown, for a pull request.
public final class SchemaDiffMarkdown {

    private SchemaDiffMarkdown() {}

    /// {@return the report, each line ended}
    ///
    /// @param report what differs
    public static String of(SchemaDiffReport report) {
        StringBuilder out = new StringBuilder();
        out.append("**").append(SchemaDiffText.total(report.delta())).append("**\n\n");
        out.append(SchemaDiffText.side("from", report.from())).append("  \n");
        out.append(SchemaDiffText.side("to", report.to())).append('\n');
        out.append(body(report.delta()));
        for (String warning : report.warnings()) {
            out.append("\n> ").append(escaped(warning)).append('\n');
        }
        return out.toString();
    }

    static String body(SchemaDelta delta) {
        StringBuilder out = new StringBuilder();
        for (ObjectChange change : delta.causes()) {
            out.append("\n- ").append(word(change)).append(' ');
            out.append(escaped(ChangeWords.subject(change))).append('\n');
            for (PropertyChange property : ChangeWords.properties(change)) {
                if (property.follows() == null) {
                    out.append(property(property));
                }
            }
            List<String> following = new ArrayList<>(ChangeWords.following(change));
            delta.changes().stream()
                    .filter(other -> change.about().equals(other.follows()))
                    .map(other -> ChangeWords.sign(other) + " " + ChangeWords.subject(other))
                    .forEach(following::add);
            line(out, "with it", following);
            line(
                    out,
                    "used by",
                    ChangeWords.dependants(change).stream().map(ChangeWords::object).toList());
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String what, List<String> items) {
        if (!items.isEmpty()) {
            out.append("  - *").append(what).append("*: ");
            out.append(escaped(String.join(" ", ChangeWords.few(items)))).append('\n');
        }
    }

    private static String property(PropertyChange change) {
        if (!ChangeWords.isLong(change)) {
            return "  - " + change.action().word() + " " + escaped(ChangeWords.line(change)) + "\n";
        }
        StringBuilder out = new StringBuilder("  - ");
        out.append(change.action().word()).append(' ');
        out.append(escaped(ChangeWords.place(change))).append("\n\n    ```diff\n");
        String before = Objects.requireNonNullElse(change.before(), "");
        for (String line : LineDiff.of(before, Objects.requireNonNullElse(change.after(), ""))) {
            String shown = VisibleText.of(line.replace("\t", "    "));
            out.append("    ").append(shown.replace("```", "` ` `")).append('\n');
        }
        return out.append("    ```\n").toString();
    }

    private static String word(ObjectChange change) {
        return switch (change) {
            case ObjectChange.Added _ -> "**added**";
            case ObjectChange.Removed _ -> "**removed**";
            case ObjectChange.Changed _ -> "**changed**";
            case ObjectChange.Renamed _ -> "**renamed**";
        };
    }

    /// {@return the text with the characters that Markdown would obey made harmless}
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        VisibleText.of(text)
                .codePoints()
                .forEach(character -> {
                    if ("\\`*_[]<>|#&".indexOf(character) >= 0) {
                        out.append('\\');
                    }
                    out.appendCodePoint(character);
                });
        return out.toString();
    }
}
