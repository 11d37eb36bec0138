package dev.dryrun.query;

import dev.dryrun.pgquery.tree.AlterTableCmd;
import dev.dryrun.pgquery.tree.AlterTableStmt;
import dev.dryrun.pgquery.tree.CopyStmt;
import dev.dryrun.pgquery.tree.CreateForeignTableStmt;
import dev.dryrun.pgquery.tree.CreateStmt;
import dev.dryrun.pgquery.tree.CreateTableAsStmt;
import dev.dryrun.pgquery.tree.DeclareCursorStmt;
import dev.dryrun.pgquery.tree.DeleteStmt;
import dev.dryrun.pgquery.tree.ExplainStmt;
import dev.dryrun.pgquery.tree.InsertStmt;
import dev.dryrun.pgquery.tree.MergeStmt;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.PrepareStmt;
import dev.dryrun.pgquery.tree.RangeVar;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.UpdateStmt;
import dev.dryrun.pgquery.tree.ViewStmt;
import dev.dryrun.query.pattern.Meanings;
import java.util.List;

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
        switch (statement) {
            case SelectStmt _, InsertStmt _, UpdateStmt _, DeleteStmt _, MergeStmt _ ->
                    queries.check(statement, null);
            default -> checkUtility(statement);
        }
    }

    private void checkUtility(Node statement) {
        switch (statement) {
            case PrepareStmt prepare -> {
                prepare.argtypes().forEach(defined::type);
                checkOne(prepare.query());
            }
            case ExplainStmt explain -> checkOne(explain.query());
            case DeclareCursorStmt cursor -> checkOne(cursor.query());
            case CreateTableAsStmt create -> checkOne(create.query());
            case ViewStmt view -> checkOne(view.query());
            case CopyStmt copy -> {
                Node query = copy.query();
                if (query != null) {
                    checkOne(query);
                }
            }
            case CreateStmt create -> table(create);
            case CreateForeignTableStmt create -> table(create.base());
            case AlterTableStmt alter -> alter(alter);
            default -> {}
        }
    }

    /// With IF NOT EXISTS, the server may not look at the columns.
    private void table(CreateStmt create) {
        if (!create.ifNotExists()) {
            defined.columns(create.tableElts());
        }
    }

    private void alter(AlterTableStmt alter) {
        RangeVar range = alter.relation();
        if (!(session.relation(range.schemaname(), range.relname())
                instanceof Session.Lookup.Known)) {
            return;
        }
        for (AlterTableCmd command : alter.cmds()) {
            Node definition = command.def();
            if (command.subtype().equals("AT_AddColumn")
                    && !command.missingOk()
                    && definition != null) {
                defined.columns(List.of(definition));
            }
        }
    }
}
