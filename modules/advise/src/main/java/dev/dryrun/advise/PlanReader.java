package dev.dryrun.advise;

import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads what EXPLAIN printed: `FORMAT JSON` and `FORMAT TEXT` of PostgreSQL 14 to 18, as a client
/// got it or as psql, aligned or not, showed it.
///
/// Stateless: any thread may call it.
public final class PlanReader {

    /// The largest text.
    static final int CHARS_MAX = 16 * 1024 * 1024;

    /// How deep nodes may nest: PostgreSQL's own plans stay far below.
    static final int DEPTH_MAX = 400;

    private static final Pattern ROW_COUNT = Pattern.compile("\\(\\d+ rows?\\)");
    private static final Pattern RULE = Pattern.compile("[-+=|\\u2500-\\u257f]{3,}");
    private static final Pattern OTHER_FORM =
            Pattern.compile("(?s)\\s*(<\\?xml|<explain|- Plan:).*");

    private PlanReader() {}

    /// {@return whether a text begins as a plan does, and not as SQL}
    ///
    /// @param text of a file
    public static boolean looksLikePlan(String text) {
        List<PlanLine> lines = undecorated(text);
        if (lines.isEmpty()) {
            return false;
        }
        String first = lines.getFirst().text().strip();
        return first.startsWith("[")
                || first.startsWith("{")
                || OTHER_FORM.matcher(first).matches()
                || NodeTitle.parse(first).isPresent();
    }

    /// {@return the plans in a text, at least one: several where a rule made several statements of
    /// one}
    ///
    /// @param name what to call the text in errors
    /// @param text the output of EXPLAIN
    /// @throws InputException INPUT_UNREADABLE when it is none, or nests too deep
    public static List<Plan> read(String name, String text) {
        if (text.length() > CHARS_MAX) {
            throw new InputException(
                    ErrorCode.INPUT_UNREADABLE,
                    name + " is larger than 16 MB, which no plan is",
                    "give the output of one EXPLAIN");
        }
        List<PlanLine> lines = undecorated(text);
        if (lines.isEmpty()) {
            throw unreadable(name, 1, "it is empty", "a plan was expected");
        }
        PlanLine first = lines.getFirst();
        String begin = first.text().strip();
        if (OTHER_FORM.matcher(begin).matches()) {
            throw new InputException(
                    ErrorCode.INPUT_UNREADABLE,
                    name + ":" + first.number() + ": a plan in EXPLAIN's YAML or XML form",
                    "use EXPLAIN (ANALYZE, FORMAT JSON), or the text form");
        }
        return begin.startsWith("[") || begin.startsWith("{")
                ? JsonPlan.read(name, lines)
                : new TextPlan(name, lines).read();
    }

    static InputException unreadable(String name, int line, String what, String expected) {
        return new InputException(
                ErrorCode.INPUT_UNREADABLE,
                name + ":" + line + ": not a plan: " + what + "; " + expected,
                "give what EXPLAIN (ANALYZE, FORMAT JSON) printed, or its text form");
    }

    /// Takes away what psql draws around a result; line numbers stay those of the file.
    private static List<PlanLine> undecorated(String text) {
        List<PlanLine> lines = new ArrayList<>();
        List<String> raw = text.lines().toList();
        for (int i = 0; i < raw.size(); i++) {
            String line = unframed(i == 0 ? raw.get(i).replace("\ufeff", "") : raw.get(i));
            if (!isDecoration(line.strip())) {
                lines.add(new PlanLine(i + 1, line));
            }
        }
        return lines;
    }

    private static boolean isDecoration(String bare) {
        return bare.isEmpty()
                || bare.equals("QUERY PLAN")
                || bare.equals("EXPLAIN")
                || bare.startsWith("Query Text: ")
                || bare.startsWith("Time: ")
                || RULE.matcher(bare).matches()
                || ROW_COUNT.matcher(bare).matches();
    }

    /// {@return a line without the frame of `border 2` and without the sign that a cell goes on}
    private static String unframed(String line) {
        String bare = line.stripTrailing();
        boolean framed = bare.length() > 1 && "|\u2502".indexOf(bare.charAt(0)) >= 0;
        if (framed && "|\u2502".indexOf(bare.charAt(bare.length() - 1)) >= 0) {
            bare = bare.substring(1, bare.length() - 1).stripTrailing();
        }
        boolean goesOn = bare.endsWith("+") || bare.endsWith("\u21b5");
        return goesOn ? bare.substring(0, bare.length() - 1).stripTrailing() : bare;
    }
}
