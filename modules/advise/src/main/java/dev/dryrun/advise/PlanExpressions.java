package dev.dryrun.advise;

import dev.dryrun.pgquery.ParseResult;
import dev.dryrun.pgquery.ParseTree;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.SortBy;
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
        return text == null ? null : target("SELECT " + asSql(text));
    }

    /// {@return a sort key's tree; null when it is no SQL}
    ///
    /// @param text such as `o.total DESC NULLS LAST`
    @Nullable SortBy sortKey(String text) {
        SelectStmt select = select("SELECT 1 ORDER BY " + asSql(text));
        return select == null || select.sortClause().size() != 1
                ? null
                : select.sortClause().getFirst();
    }

    /// {@return the condition of a partial index, or an index's expression, as the catalogue has
    /// it; null when it is no SQL}
    ///
    /// @param text as it is deparsed
    @Nullable Node definition(String text) {
        return target("SELECT (" + text + ")");
    }

    private @Nullable Node target(String sql) {
        SelectStmt select = select(sql);
        return select == null || select.targetList().size() != 1
                ? null
                : select.targetList().getFirst().val();
    }

    private @Nullable SelectStmt select(String sql) {
        return parser.parse(sql) instanceof ParseResult.Parsed<ParseTree>(ParseTree tree)
                        && tree.statements().size() == 1
                        && tree.statements().getFirst().node() instanceof SelectStmt select
                ? select
                : null;
    }

    private static String asSql(String text) {
        String known = PART.matcher(text).replaceAll("\\$1");
        return QUANTIFIED.matcher(known).replaceAll("((");
    }
}
