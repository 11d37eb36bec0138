package dev.dryrun.advise;

import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.ParseResult;
import dev.dryrun.pgquery.ParseTree;
import dev.dryrun.pgquery.PgQuery;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the expressions in a plan with PostgreSQL's own parser.
///
/// EXPLAIN writes expressions as SQL, but for what stands for another part of the plan; that
/// becomes a parameter here: a value that is not known.
///
/// @param parser parses
record PlanExpressions(PgQuery parser) {

    private static final Pattern PART =
            Pattern.compile(
                    "(EXISTS)?\\((hashed )?(SubPlan|InitPlan|rescan SubPlan) \\d+\\)(\\.col\\d+)?"
                            + "|\\(alternatives: [^)]*\\)");
    private static final Pattern QUANTIFIED = Pattern.compile("\\((ANY|ALL) \\(");

    /// {@return the expression's tree; null when it is no SQL}
    ///
    /// @param text such as `((status = 'new'::text) AND (total > $0))`
    @Nullable Node expression(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Node target = first("SELECT " + asSql(text), "targetList");
        return target == null ? null : target.child("val");
    }

    /// {@return a sort key's tree, a `SortBy`; null when it is no SQL}
    ///
    /// @param text such as `o.total DESC NULLS LAST`
    @Nullable Node sortKey(String text) {
        return first("SELECT 1 ORDER BY " + asSql(text), "sortClause");
    }

    /// {@return the condition of a partial index, or an index's expression, as the catalogue has
    /// it; null when it is no SQL}
    ///
    /// @param text as it is deparsed
    @Nullable Node definition(String text) {
        Node target = first("SELECT (" + text + ")", "targetList");
        return target == null ? null : target.child("val");
    }

    private @Nullable Node first(String sql, String list) {
        if (!(parser.parse(sql) instanceof ParseResult.Parsed<ParseTree>(ParseTree tree))
                || tree.statements().size() != 1) {
            return null;
        }
        List<Node> found = tree.statements().getFirst().node().children(list);
        return found.size() == 1 ? found.getFirst() : null;
    }

    private static String asSql(String text) {
        String known = PART.matcher(text).replaceAll("\\$1");
        return QUANTIFIED.matcher(known).replaceAll("((");
    }
}
