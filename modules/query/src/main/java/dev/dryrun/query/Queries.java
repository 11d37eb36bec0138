package dev.dryrun.query;

import dev.dryrun.pgquery.tree.DeleteStmt;
import dev.dryrun.pgquery.tree.InsertStmt;
import dev.dryrun.pgquery.tree.MergeStmt;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.UpdateStmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Analyses SELECT, INSERT, UPDATE, DELETE and MERGE, and what stands within them, in the order in
/// which the server does (`parse_analyze`), so that the first error found is the server's.
///
/// Made for one statement; not safe for concurrent calls.
final class Queries {

    private final Resolved resolved = new Resolved();
    private final With with;
    private final Selects selects;
    private final Writes writes;

    Queries(Session session, Errors errors) {
        Expressions expressions = new Expressions(session, errors, resolved, this);
        Relations relations = new Relations(session, errors, resolved);
        Calls calls = new Calls(session, errors, resolved, expressions);
        TableFunctions functions = new TableFunctions(session, expressions, relations, calls);
        FromClauses from =
                new FromClauses(errors, resolved, this, expressions, relations, functions);
        this.with = new With(errors, this);
        Targets targets = new Targets(expressions);
        this.selects = new Selects(errors, resolved, this, from, expressions, targets);
        this.writes =
                new Writes(session, errors, this, from, expressions, relations, targets, resolved);
    }

    /// {@return what the names were found to mean so far}
    Resolved resolved() {
        return resolved;
    }

    With with() {
        return with;
    }

    /// Analyses a query.
    ///
    /// @param query the statement
    /// @param outer the level around it; null when there is none
    /// @return the columns of its result; null when they are not all known, or there is none
    @Nullable List<Col> check(Node query, @Nullable Scope outer) {
        return check(query, outer, null);
    }

    /// Analyses a query that may read its own result.
    ///
    /// @param recursive the name of WITH RECURSIVE that it defines; null when it defines none
    @Nullable List<Col> check(Node query, @Nullable Scope outer, @Nullable Cte recursive) {
        Scope scope = new Scope(outer);
        return switch (query) {
            case SelectStmt select -> selects.check(select, scope, recursive);
            case InsertStmt insert -> writes.insert(insert, scope);
            case UpdateStmt update -> writes.update(update, scope);
            case DeleteStmt delete -> writes.delete(delete, scope);
            case MergeStmt merge -> writes.merge(merge, scope);
            default -> null;
        };
    }

    /// What the server finds only when it rewrites the statement, after all else.
    void finish() {
        writes.finish();
    }
}
