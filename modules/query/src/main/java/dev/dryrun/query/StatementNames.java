package dev.dryrun.query;

import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.query.pattern.Meanings;

/// Checks the names of one statement, visiting its parts in the order in which the server analyses
/// them, so that the first error found is the server's.
///
/// Recurses as deep as the tree nests, which the parser limits.
final class StatementNames {

    private final Session session;
    private final GrammarChanges grammar;
    private final Queries queries;
    private final DefinedNames defined;

    StatementNames(Session session, Errors errors) {
        this.session = session;
        this.grammar = new GrammarChanges(session.serverVersionNum(), errors);
        this.queries = new Queries(session, errors);
        this.defined = new DefinedNames(session, errors);
    }

    /// {@return what the names were found to mean so far}
    Meanings meanings() {
        return queries.resolved();
    }

    void check(Node statement) {
        if (grammar.check(statement)) {
            checkOne(statement);
            queries.finish();
        }
    }

    /// A statement that is planned as it is, or that carries one.
    private void checkOne(Node statement) {
        switch (statement.kind()) {
            case "SelectStmt", "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt" ->
                    queries.check(statement, null);
            case "PrepareStmt" -> {
                statement.children("argtypes").forEach(defined::type);
                carried(statement);
            }
            case "ExplainStmt", "DeclareCursorStmt", "CreateTableAsStmt", "ViewStmt", "CopyStmt" ->
                    carried(statement);
            case "CreateStmt" -> table(statement);
            case "CreateForeignTableStmt" -> {
                Node table = statement.child("base");
                if (table != null) {
                    table(table);
                }
            }
            case "AlterTableStmt" -> alter(statement);
            default -> {}
        }
    }

    private void carried(Node statement) {
        Node query = statement.child("query");
        if (query != null) {
            checkOne(query);
        }
    }

    /// With IF NOT EXISTS, the server may not look at the columns.
    private void table(Node create) {
        if (!create.flag("if_not_exists")) {
            defined.columns(create.children("tableElts"));
        }
    }

    private void alter(Node alter) {
        Node range = alter.child("relation");
        String name = range == null ? null : range.text("relname");
        if (range == null
                || name == null
                || !(session.relation(range.text("schemaname"), name)
                        instanceof Session.Lookup.Known)) {
            return;
        }
        for (Node command : alter.children("cmds")) {
            if ("AT_AddColumn".equals(command.text("subtype")) && !command.flag("missing_ok")) {
                defined.columns(command.children("def"));
            }
        }
    }
}
