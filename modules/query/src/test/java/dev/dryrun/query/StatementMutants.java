package dev.dryrun.query;

import dev.dryrun.pgquery.ParseResult;
import dev.dryrun.pgquery.ParseTree;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.CommonTableExpr;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.RangeVar;
import dev.dryrun.pgquery.tree.ResTarget;
import dev.dryrun.pgquery.tree.TypeName;
import dev.dryrun.pgquery.tree.WindowDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Changes one name, alias or count in a statement that a server accepts. The same seed makes the
/// same change.
final class StatementMutants {

    private static final int ATTEMPTS = 10;
    private static final String WORD = "(?:\"(?:[^\"]|\"\")+\"|[a-z_][a-z0-9_]*)";
    private static final Pattern NAME = Pattern.compile(WORD + "(?:\\." + WORD + ")*");
    private static final Pattern ALIAS = Pattern.compile("\\s+(?:AS\\s+)?" + WORD);
    private static final Pattern CALL = Pattern.compile(WORD + "\\(");

    private final PgQuery parser;
    private final Random random;

    StatementMutants(PgQuery parser, Random random) {
        this.parser = parser;
        this.random = random;
    }

    /// {@return another statement, accepted or not; null when it offers nothing to change that was
    /// found in some attempts}
    ///
    /// @param sql of ASCII characters
    @Nullable String mutate(String sql) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String mutant = random.nextInt(3) == 0 ? clause(sql) : name(sql);
            if (mutant != null && !mutant.equals(sql)) {
                return mutant;
            }
        }
        return null;
    }

    /// Leaves out what is grouped by, adds a value, or gives an item the name of another.
    private String clause(String sql) {
        return switch (random.nextInt(5)) {
            case 0 -> sql.replaceFirst(" GROUP BY [a-z0-9_.]+", "");
            case 1 -> sql.replaceFirst("SELECT (?!DISTINCT)", "SELECT 1, ");
            case 2 -> sql.replaceFirst("VALUES \\(", "VALUES (1, ");
            case 3 -> sql.replaceFirst(" t2\\b", " t1");
            default -> sql.replaceFirst("(SELECT .*)\\bt1\\.", "$1");
        };
    }

    private @Nullable String name(String sql) {
        if (!(parser.parse(sql) instanceof ParseResult.Parsed<ParseTree>(ParseTree tree))) {
            return null;
        }
        List<Node> places = new ArrayList<>();
        tree.statements()
                .getFirst()
                .node()
                .walk(node -> {
                    if (isPlace(node)) {
                        places.add(node);
                    }
                    return true;
                });
        if (places.isEmpty()) {
            return null;
        }
        Node place = places.get(random.nextInt(places.size()));
        return switch (place) {
            case RangeVar range -> relation(sql, range);
            case ColumnRef reference -> column(sql, reference, places);
            case FuncCall call -> call(sql, call);
            case TypeName type -> renamed(sql, type.location(), true);
            default -> item(sql, place);
        };
    }

    private static boolean isPlace(Node node) {
        return switch (node) {
            case RangeVar _, ColumnRef _, FuncCall _ -> true;
            case ResTarget _, CommonTableExpr _, WindowDef _ -> true;
            case TypeName type -> type.location() > 0;
            default -> false;
        };
    }

    private String relation(String sql, RangeVar range) {
        Matcher name = at(NAME, sql, range.location());
        if (name == null) {
            return sql;
        }
        if (range.alias() != null && random.nextInt(3) == 0) {
            Matcher its = at(ALIAS, sql, name.end());
            if (its != null) {
                return sql.substring(0, its.start())
                        + (random.nextBoolean() ? "" : " t1")
                        + sql.substring(its.end());
            }
        }
        return renamed(sql, range.location(), true);
    }

    private String column(String sql, ColumnRef reference, List<Node> places) {
        Matcher name = at(NAME, sql, reference.location());
        if (name == null) {
            return sql;
        }
        int dot = name.group().indexOf('.');
        return switch (random.nextInt(6)) {
            case 0, 1 -> renamed(sql, reference.location(), true);
            case 2 ->
                    dot < 0
                            ? renamed(sql, reference.location(), true)
                            : renamed(sql, reference.location(), false);
            case 3 ->
                    sql.substring(0, name.start() + dot + 1 - (dot < 0 ? 0 : dot + 1))
                            + name.group().substring(dot + 1)
                            + sql.substring(name.end());
            default -> {
                List<Node> others = places.stream().filter(ColumnRef.class::isInstance).toList();
                Node other = others.get(random.nextInt(others.size()));
                Matcher its = at(NAME, sql, other.location());
                yield its == null
                        ? sql
                        : sql.substring(0, name.start()) + its.group() + sql.substring(name.end());
            }
        };
    }

    private String call(String sql, FuncCall call) {
        Matcher name = at(CALL, sql, call.location());
        if (name == null) {
            return sql;
        }
        return switch (random.nextInt(4)) {
            case 0, 1 -> renamed(sql, call.location(), true);
            // The value itself: of an aggregate, a column that is not grouped.
            case 2 ->
                    call.args().size() == 1
                            ? sql.substring(0, name.start()) + sql.substring(name.end() - 1)
                            : renamed(sql, call.location(), true);
            default ->
                    call.args().isEmpty()
                            ? renamed(sql, call.location(), true)
                            : sql.substring(0, name.end())
                                    + "1, 2, 3, "
                                    + sql.substring(name.end());
        };
    }

    private String item(String sql, Node item) {
        int place = item.location();
        Matcher name = at(NAME, sql, place);
        boolean valued = item instanceof ResTarget target && target.val() != null;
        if (name == null
                || (item instanceof ResTarget target
                        && valued
                        && !sql.startsWith(String.valueOf(target.name()), place))) {
            return sql;
        }
        boolean listed = sql.startsWith(", ", name.end()) && !valued;
        return listed && random.nextBoolean()
                ? sql.substring(0, name.start()) + sql.substring(name.end() + 2)
                : renamed(sql, place, true);
    }

    /// Changes one letter of the last or of the first word of a dotted name.
    private String renamed(String sql, int place, boolean last) {
        Matcher name = at(NAME, sql, place);
        if (name == null) {
            return sql;
        }
        int start = last ? name.group().lastIndexOf('.') + 1 : 0;
        int end = last ? name.group().length() : name.group().indexOf('.');
        String word = name.group().substring(start, end < 0 ? name.group().length() : end);
        String other =
                word.startsWith("\"")
                        ? "\"x" + word.substring(1)
                        : random.nextBoolean()
                                ? word + "x"
                                : word.charAt(0) + "q" + word.substring(1);
        return sql.substring(0, name.start() + start)
                + other
                + sql.substring(name.start() + start + word.length());
    }

    private static @Nullable Matcher at(Pattern pattern, String sql, int place) {
        if (place < 0 || place >= sql.length()) {
            return null;
        }
        Matcher matcher = pattern.matcher(sql).region(place, sql.length());
        return matcher.lookingAt() ? matcher : null;
    }
}
