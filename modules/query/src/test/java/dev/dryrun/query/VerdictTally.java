package dev.dryrun.query;

import dev.dryrun.query.Oracle.Objection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts how often we and a server agree, by what the server refuses a statement for. One thread
/// at a time.
final class VerdictTally {

    private static final Set<String> OF_TYPES =
            Set.of("42804", "42846", "42725", "42P18", "42P22", "42P21", "22P02", "22007", "22023");

    private final SortedMap<String, Row> names = new TreeMap<>();
    private final SortedMap<String, Row> types = new TreeMap<>();
    private int accepted;
    private int falselyRejected;

    /// One class of errors.
    private record Row(int refused, int found, int sqlstate, int position, int message) {
        static final Row NONE = new Row(0, 0, 0, 0, 0);

        Row and(Objection server, @Nullable Objection ours) {
            if (ours == null) {
                return and(new Row(1, 0, 0, 0, 0));
            }
            boolean state = ours.sqlstate().equals(server.sqlstate());
            boolean place = state && ours.position() == server.position();
            boolean words = state && ours.message().equals(server.message());
            return and(new Row(1, 1, state ? 1 : 0, place ? 1 : 0, words ? 1 : 0));
        }

        Row and(Row other) {
            return new Row(
                    refused + other.refused,
                    found + other.found,
                    sqlstate + other.sqlstate,
                    position + other.position,
                    message + other.message);
        }

        String shown(String name) {
            return "| %s | %d | %d | %d | %d | %d |%n"
                    .formatted(name, refused, found, sqlstate, position, message)
                    .replace("\r", "");
        }
    }

    /// Counts one statement.
    ///
    /// @param signatures `name/arguments` of each function that the server has
    /// @return false when the server accepts what we refuse
    boolean count(@Nullable Objection server, @Nullable Objection ours, Set<String> signatures) {
        if (server == null) {
            accepted++;
            falselyRejected += ours == null ? 0 : 1;
            return ours == null;
        }
        SortedMap<String, Row> rows = isOfTypes(server, signatures) ? types : names;
        String name = server.sqlstate() + " " + words(server);
        rows.put(name, rows.getOrDefault(name, Row.NONE).and(server, ours));
        return true;
    }

    /// What the server finds only when it knows the types of expressions.
    private static boolean isOfTypes(Objection server, Set<String> signatures) {
        if (server.sqlstate().equals("42883")) {
            return !server.message().startsWith("function ")
                    || signatures.contains(signature(server.message()));
        }
        return OF_TYPES.contains(server.sqlstate())
                && !server.message().startsWith("invalid input value for enum");
    }

    /// `function f(integer, text) does not exist` is `f/2`.
    private static String signature(String message) {
        int open = message.indexOf('(');
        String name = message.substring("function ".length(), open);
        String arguments = message.substring(open + 1, message.lastIndexOf(')'));
        int count = arguments.isEmpty() ? 0 : arguments.split(",").length;
        return name.substring(name.lastIndexOf('.') + 1) + "/" + count;
    }

    private static String words(Objection server) {
        return switch (server.sqlstate()) {
            case "42P01" -> "undefined table, missing FROM entry";
            case "42703" -> "undefined column";
            case "42702" -> "ambiguous column";
            case "42P09" -> "ambiguous alias";
            case "42712" -> "alias used twice";
            case "42704" -> "undefined type or window";
            case "42803" -> "grouping";
            case "42883" ->
                    server.message().startsWith("function ")
                            ? "undefined function"
                            : "undefined operator";
            case "42601" ->
                    server.message().startsWith("syntax error") ? "syntax" : "number of columns";
            case "42P10" -> "invalid reference";
            case "428C9" -> "generated column";
            case "22P02" ->
                    server.message().contains("enum") ? "unknown label of an enum" : "bad literal";
            case "42804" -> "datatype mismatch";
            default -> "other";
        };
    }

    int accepted() {
        return accepted;
    }

    int falselyRejected() {
        return falselyRejected;
    }

    double found() {
        return share(all(names).found);
    }

    double sqlstate() {
        return share(all(names).sqlstate);
    }

    double position() {
        return share(all(names).position);
    }

    private double share(int part) {
        return (double) part / Math.max(1, all(names).refused);
    }

    private static Row all(SortedMap<String, Row> rows) {
        return rows.values().stream().reduce(Row.NONE, Row::and);
    }

    /// {@return the tables, as Markdown}
    String tables() {
        StringBuilder page = new StringBuilder();
        table(page, "What names decide", names);
        table(page, "What types decide", types);
        return page.toString();
    }

    private static void table(StringBuilder page, String title, SortedMap<String, Row> rows) {
        page.append("\n## ").append(title).append("\n\n");
        page.append("| error | refused by the server | found | same SQLSTATE | same position |");
        page.append(" same message |\n|---|--:|--:|--:|--:|--:|\n");
        rows.forEach((name, row) -> page.append(row.shown(name)));
        page.append(all(rows).shown("all"));
    }
}
