package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.pgquery.tree.JsonObjectAgg;
import dev.dryrun.pgquery.tree.JsonTable;
import dev.dryrun.pgquery.tree.MergeMatchKind;
import dev.dryrun.pgquery.tree.MergeStmt;
import dev.dryrun.pgquery.tree.MergeWhenClause;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.OtherNode;
import dev.dryrun.pgquery.tree.RangeSubselect;
import dev.dryrun.pgquery.tree.ReturningClause;
import java.util.regex.Pattern;

/// Finds syntax that is newer than the captured server. The parser speaks PostgreSQL 18; what an
/// older server cannot parse it refuses before it looks at any name.
final class GrammarChanges {

    private static final int V15 = 150_000;
    private static final int V16 = 160_000;
    private static final int V17 = 170_000;
    private static final int V18 = 180_000;

    private static final String NO_ALIAS = "subquery in FROM must have an alias";

    /// Where an older server stops, each in the first group.
    private static final Pattern SUBQUERY = token("(?:FROM|JOIN|,)\\s*(\\()\\s*(?:SELECT|WITH)\\b");

    private static final Pattern MERGE = token("\\b(MERGE)\\b");
    private static final Pattern BY_SOURCE = token("\\bMATCHED\\s+(BY)\\s+SOURCE\\b");
    private static final Pattern RETURNING = token("\\b(RETURNING)\\b");
    private static final Pattern RETURNING_WITH = token("\\bRETURNING\\s+(WITH)\\b");
    private static final Pattern COLUMNS = token("\\b(COLUMNS|PASSING)\\b");
    private static final Pattern IS_JSON = token("\\bIS\\s+(?:NOT\\s+)?(JSON)\\b");
    private static final Pattern PAIR = token("(:|\\bVALUE\\b)");

    private final int server;
    private final Errors errors;

    private boolean refused;

    /// Makes one.
    ///
    /// @param server the captured server's version: 140018, 180006 …
    /// @param errors takes what is found
    GrammarChanges(int server, Errors errors) {
        this.server = server;
        this.errors = errors;
    }

    /// Looks at a statement.
    ///
    /// @return whether the server can parse it
    boolean check(Node statement) {
        if (server < V18) {
            statement.walk(node -> {
                look(node);
                return !refused;
            });
        }
        return !refused;
    }

    private void look(Node node) {
        switch (node) {
            case MergeStmt merge -> merge(merge);
            case RangeSubselect query -> {
                if (query.alias() == null && server < V16) {
                    int place = errors.find(SUBQUERY, 1, -1);
                    refuse(V16, "such a subquery without an alias", NO_ALIAS, place);
                }
            }
            case JsonObjectAgg aggregate -> constructor(aggregate);
            case JsonTable table -> newer(V17, table, "JSON_TABLE", COLUMNS);
            case ReturningClause returning -> {
                if (!returning.options().isEmpty()) {
                    newer(V18, node, "RETURNING WITH", RETURNING_WITH);
                }
            }
            case OtherNode other -> {
                switch (other.tag()) {
                    case "JsonObjectConstructor" -> constructor(other);
                    case "JsonIsPredicate" -> newer(V16, other, "IS JSON", IS_JSON);
                    default -> {}
                }
            }
            default -> {}
        }
    }

    /// Without a pair, an older server calls a function of that name.
    private void constructor(Node constructor) {
        constructor.walk(node -> {
            if (node.tag().equals("JsonKeyValue")) {
                newer(V16, constructor, "the SQL/JSON constructor", PAIR);
            }
            return !refused;
        });
    }

    private void merge(MergeStmt merge) {
        newer(V15, merge, "MERGE", MERGE);
        for (MergeWhenClause when : merge.mergeWhenClauses()) {
            if (when.matchKind() == MergeMatchKind.MERGE_WHEN_NOT_MATCHED_BY_SOURCE) {
                newer(V17, when, "WHEN NOT MATCHED BY SOURCE", BY_SOURCE);
            }
        }
        if (merge.returningClause() != null) {
            newer(V17, merge, "RETURNING of MERGE", RETURNING);
        }
    }

    /// @param token finds what an older server stops at, from the node's place on
    private void newer(int version, Node node, String what, Pattern token) {
        if (server < version) {
            int place = errors.find(token, 1, node.location());
            refuse(version, what, errors.syntaxErrorAt(place), place);
        }
    }

    private void refuse(int version, String what, String message, int place) {
        if (!refused) {
            refused = true;
            errors.add(
                    place,
                    "42601",
                    message,
                    what
                            + " came with PostgreSQL "
                            + version / 10_000
                            + "; the captured server is"
                            + " older",
                    Certainty.CERTAIN);
        }
    }

    private static Pattern token(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }
}
