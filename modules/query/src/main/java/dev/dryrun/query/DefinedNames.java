package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.model.Nearest;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.pgquery.tree.ColumnDef;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.TypeName;
import dev.dryrun.query.Defined.Answer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks the names of types and of functions, and words what the server says of one that is not
/// there.
final class DefinedNames {

    private static final String UNDEFINED_OBJECT = "42704";
    private static final String UNDEFINED_FUNCTION = "42883";
    private static final String UNDEFINED_SCHEMA = "3F000";

    /// What the server itself says below the message.
    private static final String NO_SUCH_FUNCTION =
            "No function matches the given name and argument types."
                    + " You might need to add explicit type casts.";

    private final Session session;
    private final Errors errors;

    DefinedNames(Session session, Errors errors) {
        this.session = session;
        this.errors = errors;
    }

    /// Checks a type, as casts, typed literals and lists of columns name it.
    ///
    /// @param type may be one of a column, `t.a%TYPE`, which names no type
    void type(TypeName type) {
        if (type.pctType()) {
            return;
        }
        List<String> names = StringNode.texts(type.names());
        if (names.isEmpty() || names.size() > 2) {
            return;
        }
        String schema = names.size() == 2 ? names.getFirst() : null;
        switch (session.type(schema, names.getLast())) {
            case Answer.There() -> {}
            case Answer.NoSchema() -> noSchema(type, names);
            case Answer.Missing(List<QualifiedName> elsewhere) ->
                    missing(type, schema, names, elsewhere);
        }
    }

    /// Checks the types of columns that a table gets, where `serial` is one too.
    ///
    /// @param columns each a `ColumnDef`; others are passed over
    void columns(List<Node> columns) {
        for (Node column : columns) {
            TypeName type = column instanceof ColumnDef definition ? definition.typeName() : null;
            if (type != null && !isSerial(StringNode.texts(type.names()))) {
                type(type);
            }
        }
    }

    private static boolean isSerial(List<String> names) {
        return names.size() == 1
                && Set.of("smallserial", "serial2", "serial", "serial4", "bigserial", "serial8")
                        .contains(names.getFirst());
    }

    private void missing(
            TypeName type,
            @Nullable String schema,
            List<String> names,
            List<QualifiedName> elsewhere) {
        boolean otherPath = schema == null && !elsewhere.isEmpty();
        String array = type.arrayBounds().isEmpty() ? "" : "[]";
        errors.add(
                type.location(),
                UNDEFINED_OBJECT,
                "type \"" + String.join(".", names) + array + "\" does not exist",
                otherPath
                        ? "search_path does not reach it: write " + Relations.listed(elsewhere)
                        : meant(names.getLast(), elsewhere),
                otherPath ? Certainty.LIKELY : Certainty.CERTAIN,
                repair(type, schema, names.getLast(), elsewhere));
    }

    private @Nullable Repair repair(
            TypeName type, @Nullable String schema, String name, List<QualifiedName> elsewhere) {
        if (elsewhere.size() == 1) {
            QualifiedName one = elsewhere.getFirst();
            List<String> to = List.of(one.schema(), one.name());
            return new Repair(Repair.TYPE, type.location(), 0, schema == null ? 1 : 2, to);
        }
        return schema == null && elsewhere.isEmpty()
                ? Repair.of(Repair.TYPE, type.location(), 0, name, session.usualTypes())
                : null;
    }

    private @Nullable String meant(String name, List<QualifiedName> elsewhere) {
        return elsewhere.isEmpty()
                ? Nearest.one(name, session.usualTypes())
                        .map(near -> "did you mean " + near + "?")
                        .orElse(null)
                : "did you mean " + Relations.listed(elsewhere) + "?";
    }

    /// Says that no function fits a call.
    ///
    /// @param call the call
    /// @param arguments the types of what it is given, divided by commas
    void noFunction(FuncCall call, String arguments) {
        // What a vendor added to pg_catalog was not captured.
        errors.add(
                call.location(),
                UNDEFINED_FUNCTION,
                "function %s(%s) does not exist"
                        .formatted(String.join(".", StringNode.texts(call.funcname())), arguments),
                NO_SUCH_FUNCTION,
                Certainty.LIKELY);
    }

    void noSchema(Node named, List<String> names) {
        errors.add(
                named.location(),
                UNDEFINED_SCHEMA,
                "schema \"" + names.getFirst() + "\" does not exist",
                null,
                Certainty.CERTAIN);
    }
}
