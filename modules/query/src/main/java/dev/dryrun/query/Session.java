package dev.dryrun.query;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.catalog.Resolution;
import dev.dryrun.model.Column;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Relation;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.Table;
import dev.dryrun.model.View;
import dev.dryrun.pgquery.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the statements of a text have done so far to the relations, types and functions that the
/// next ones see.
final class Session {

    private final Catalog catalog;
    private final Defined defined;
    private final Map<List<String>, Lookup> lookups;

    /// Relations and types that the text has made or changed, by their last name.
    private final Set<String> touched = new HashSet<>();

    /// Functions that the text has made: `t.f` may call one with the whole row.
    private final Set<String> functions = new HashSet<>();

    /// Whether unqualified names may now mean other relations than those of the default path.
    private boolean pathUnknown;

    /// Whether code has run that may have made any relation.
    private boolean anythingMayBe;

    /// Whether a statement has run that may have made any type or function.
    private boolean anyDefinitionMayBe;

    /// Makes one.
    ///
    /// @param defined the types and functions there are
    /// @param lookups remembers the relations that were found, for this and other sessions
    Session(Catalog catalog, Defined defined, Map<List<String>, Lookup> lookups) {
        this.catalog = catalog;
        this.defined = defined;
        this.lookups = lookups;
    }

    /// What a relation's name stands for.
    sealed interface Lookup {

        /// A captured relation.
        record Known(Relation relation, List<String> columns) implements Lookup {}

        /// It may be there, and may have any column.
        record Unknown() implements Lookup {}

        /// The server would not find it.
        record Missing(Resolution.Missing why) implements Lookup {}
    }

    Lookup relation(@Nullable String schema, String name) {
        boolean system =
                schema == null ? SystemNames.maybeRelation(name) : SystemNames.isSchema(schema);
        if (touched.contains(name) || (schema == null && pathUnknown)) {
            return new Lookup.Unknown();
        }
        Lookup found =
                lookups.computeIfAbsent(
                        schema == null ? List.of(name) : List.of(schema, name),
                        _ -> look(schema, name));
        return found instanceof Lookup.Missing && (system || anythingMayBe)
                ? new Lookup.Unknown()
                : found;
    }

    private Lookup look(@Nullable String schema, String name) {
        return switch (catalog.resolve(schema, name)) {
            case Resolution.Found(Relation relation) ->
                    new Lookup.Known(relation, columns(relation));
            case Resolution.Missing missing -> new Lookup.Missing(missing);
        };
    }

    private static List<String> columns(Relation relation) {
        return switch (relation) {
            case Table table -> table.columns().stream().map(Column::name).toList();
            case View view -> view.columns().stream().map(View.ViewColumn::name).toList();
        };
    }

    /// {@return whether `t.name` may call a function with the whole row of `t`}
    boolean mayBeFunction(String name) {
        return functions.contains(name) || defined.takesRow(name);
    }

    /// {@return what a type's name stands for here}
    Defined.Answer type(@Nullable String schema, String name) {
        return touched.contains(name) || mayBeAnything(schema)
                ? new Defined.Answer.There()
                : defined.type(schema, name);
    }

    /// {@return the functions that a call may mean here}
    Routines call(@Nullable String schema, String name) {
        return touched.contains(name) || functions.contains(name) || mayBeAnything(schema)
                ? new Routines.Unsure()
                : defined.call(schema, name);
    }

    /// {@return whether an operator may be one that somebody made}
    boolean maybeOperator(String name) {
        return mayBeAnything(null) || defined.hasOperator(name);
    }

    /// {@return whether an operator or a cast that somebody made may take a type}
    ///
    /// @param operator its name, of one that takes any type
    /// @param type its name alone
    boolean mayBeTaken(String operator, String type) {
        return mayBeAnything(null) || defined.isTaken(operator, type);
    }

    /// {@return what is known of a type's values}
    ///
    /// @param type as `format_type` writes it with an empty search path
    Value value(String type) {
        QualifiedName name = TypeName.qualified(type);
        return (name != null && touched.contains(name.name())) || anyDefinitionMayBe
                ? Value.UNKNOWN
                : defined.value(type);
    }

    /// {@return what is known of the values of a type of `pg_catalog`}
    ///
    /// @param type as the catalogue stores it
    Value builtInValue(String type) {
        return defined.builtInValue(type);
    }

    /// {@return the captured object that a type stands for; null when it is none, or not known}
    @Nullable SchemaObject object(String type) {
        return defined.object(type);
    }

    /// {@return the version of the server: 140018, 180006 …}
    int serverVersionNum() {
        return defined.serverVersionNum();
    }

    /// {@return the type that was probably meant}
    Optional<String> nearType(String name) {
        return defined.nearType(name);
    }

    private boolean mayBeAnything(@Nullable String schema) {
        return anythingMayBe || anyDefinitionMayBe || (schema == null && pathUnknown);
    }

    /// Takes note of what a statement did.
    void ran(Node statement) {
        switch (statement.kind()) {
            case "SelectStmt", "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt" ->
                    ranQuery(statement);
            case "VariableSetStmt" -> {
                String variable = statement.text("name");
                pathUnknown |= variable == null || !isHarmless(variable);
            }
            case "CreateFunctionStmt" -> {
                functions.addAll(statement.names("funcname"));
                anyDefinitionMayBe = true;
            }
            case "ImportForeignSchemaStmt",
                    "DoStmt",
                    "CallStmt",
                    "ExecuteStmt",
                    "DiscardStmt",
                    "CreateExtensionStmt" ->
                    anythingMayBe = true;
            case "TransactionStmt", "PrepareStmt", "DeallocateStmt", "LockStmt" -> {}
            case "CreateEnumStmt" -> touched.addAll(statement.names("typeName"));
            case "CreateDomainStmt" -> touched.addAll(statement.names("domainname"));
            default -> {
                touch(statement);
                anyDefinitionMayBe |= !isOfRelations(statement);
            }
        }
    }

    /// Whether a statement makes no type or function but the types of the relations it names.
    private static boolean isOfRelations(Node statement) {
        return switch (statement.kind()) {
            case "CreateStmt",
                    "CreateForeignTableStmt",
                    "CreateTableAsStmt",
                    "ViewStmt",
                    "CompositeTypeStmt",
                    "AlterTableStmt",
                    "RenameStmt",
                    "IndexStmt",
                    "CreateSeqStmt",
                    "AlterSeqStmt",
                    "CreateTrigStmt",
                    "DropStmt",
                    "TruncateStmt",
                    "CommentStmt",
                    "GrantStmt",
                    "CopyStmt",
                    "ExplainStmt",
                    "DeclareCursorStmt",
                    "FetchStmt",
                    "ClosePortalStmt",
                    "RefreshMatViewStmt",
                    "VacuumStmt",
                    "VariableShowStmt" ->
                    true;
            default -> false;
        };
    }

    /// A query makes a relation by INTO, and moves the path by `set_config`.
    private void ranQuery(Node statement) {
        Node into = statement.child("intoClause");
        if (into != null) {
            touch(into);
        }
        pathUnknown |=
                statement.find("FuncCall").stream()
                        .anyMatch(call -> call.names("funcname").contains("set_config"));
    }

    private static boolean isHarmless(String variable) {
        return !variable.equals("search_path")
                && !variable.equals("role")
                && !variable.equals("session_authorization");
    }

    /// Whatever a definition names, it may have made, renamed or changed.
    private void touch(Node definition) {
        for (Node range : definition.find("RangeVar")) {
            String name = range.text("relname");
            if (name != null) {
                touched.add(name);
            }
        }
        String renamed = definition.text("newname");
        if (renamed != null) {
            touched.add(renamed);
        }
        anythingMayBe |=
                definition.text("newschema") != null
                        || "OBJECT_SCHEMA".equals(definition.text("renameType"));
    }
}
