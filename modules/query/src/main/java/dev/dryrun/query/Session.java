package dev.dryrun.query;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.catalog.Resolution;
import dev.dryrun.model.Column;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Relation;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.Table;
import dev.dryrun.model.View;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.AlterObjectSchemaStmt;
import dev.dryrun.pgquery.tree.CreateDomainStmt;
import dev.dryrun.pgquery.tree.CreateEnumStmt;
import dev.dryrun.pgquery.tree.CreateFunctionStmt;
import dev.dryrun.pgquery.tree.DeleteStmt;
import dev.dryrun.pgquery.tree.DoStmt;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.InsertStmt;
import dev.dryrun.pgquery.tree.MergeStmt;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.RangeVar;
import dev.dryrun.pgquery.tree.RenameStmt;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.TransactionStmt;
import dev.dryrun.pgquery.tree.TransactionStmtKind;
import dev.dryrun.pgquery.tree.UpdateStmt;
import dev.dryrun.pgquery.tree.VariableSetStmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the statements of a text have done so far to the relations, types and functions that the
/// next ones see.
final class Session {

    private static final Pattern CHANGES =
            Pattern.compile("\\b(alter|drop|execute|call|perform)\\b", Pattern.CASE_INSENSITIVE);

    private static final String CATALOG = "pg_catalog";

    private final Catalog catalog;
    private final Defined defined;
    private final Map<List<String>, Lookup> lookups;
    private final SearchPath usualPath;
    private SearchPath path;

    /// What the path was when the transaction began, and before SET LOCAL; null for the same.
    private @Nullable SearchPath begun;

    private @Nullable SearchPath beforeLocal;

    /// Relations and types that the text has made or changed, by their last name.
    private final Set<String> touched = new HashSet<>();

    /// Functions that the text has made: `t.f` may call one with the whole row.
    private final Set<String> functions = new HashSet<>();

    /// Whether unqualified names may now mean other relations than those of the path.
    private boolean pathUnknown;

    /// Whether code has run that may have made any relation.
    private boolean anythingMayBe;

    /// Whether any relation may have been changed or dropped too.
    private boolean nothingIsSure;

    /// Whether a statement has run that may have made any type or function.
    private boolean anyDefinitionMayBe;

    /// Makes one.
    ///
    /// @param defined the types and functions there are
    /// @param lookups remembers the relations that were found, for this and other sessions
    /// @param path where a new session looks for unqualified names
    Session(Catalog catalog, Defined defined, Map<List<String>, Lookup> lookups, SearchPath path) {
        this.catalog = catalog;
        this.defined = defined;
        this.lookups = lookups;
        this.usualPath = path;
        this.path = path;
    }

    /// What a relation's name stands for.
    sealed interface Lookup {

        /// A captured relation.
        record Known(Relation relation, List<String> columns) implements Lookup {}

        /// A table or view that initdb made.
        record BuiltIn(List<Col> columns, boolean table) implements Lookup {}

        /// It may be there, and may have any column.
        record Unknown() implements Lookup {}

        /// The server would not find it.
        record Missing(Resolution.Missing why) implements Lookup {}
    }

    Lookup relation(@Nullable String schema, String name) {
        boolean system =
                schema == null
                        ? SystemNames.maybeRelation(name) && !defined.isNearlySystemRelation(name)
                        : isOpen(schema, name);
        if (nothingIsSure || touched.contains(name) || (schema == null && pathUnknown)) {
            return new Lookup.Unknown();
        }
        Lookup found = lookups.computeIfAbsent(key(schema, name), _ -> look(schema, name));
        return found instanceof Lookup.Missing && (system || anythingMayBe)
                ? new Lookup.Unknown()
                : found;
    }

    /// Of the system's schemas, one holds nothing but what initdb made.
    private boolean isOpen(String schema, String name) {
        return SystemNames.isSchema(schema)
                && !schema.equals("information_schema")
                && !(schema.equals(CATALOG) && defined.isNearlySystemRelation(name));
    }

    private List<String> key(@Nullable String schema, String name) {
        List<String> key = new ArrayList<>(schema == null ? path.schemas() : List.of(schema));
        key.add(schema == null ? "" : "=");
        key.add(name);
        return key;
    }

    private Lookup look(@Nullable String schema, String name) {
        String first = schema == null ? CATALOG : schema;
        if (first.equals(CATALOG) || first.equals("information_schema")) {
            List<Col> columns = defined.builtInColumns(first, name);
            if (columns != null) {
                return new Lookup.BuiltIn(columns, defined.isBuiltInTable(first, name));
            }
        }
        if (schema != null) {
            return look(catalog.resolve(schema, name));
        }
        List<ObjectRef> named = catalog.named(name);
        for (String searched : path.schemas()) {
            for (ObjectRef ref : named) {
                if (ref.name().schema().equals(searched)
                        && catalog.object(ref).orElse(null) instanceof Relation relation) {
                    return new Lookup.Known(relation, columns(relation));
                }
            }
        }
        List<Col> sequence = defined.sequenceColumns(name, path);
        if (sequence != null) {
            return new Lookup.BuiltIn(sequence, true);
        }
        // No schema has this name: that gives all relations which are called so.
        Resolution all = catalog.resolve("", name);
        if (!(all instanceof Resolution.Missing missing)) {
            return look(all);
        }
        List<String> homes = missing.elsewhere().stream().map(QualifiedName::schema).toList();
        return homes.stream().anyMatch(path::mayReach)
                ? new Lookup.Unknown()
                : new Lookup.Missing(missing);
    }

    private static Lookup look(Resolution resolution) {
        return switch (resolution) {
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

    /// {@return whether `v.name` may call a function, or be a cast, of a value `v`}
    boolean mayTakeValue(String name) {
        return !(call(null, name) instanceof Routines.Known(List<Signature> known))
                || !known.isEmpty()
                || type(null, name) instanceof Defined.Answer.There;
    }

    /// {@return what a type's name stands for here}
    Defined.Answer type(@Nullable String schema, String name) {
        return touched.contains(name) || mayBeAnything(schema)
                ? new Defined.Answer.There()
                : defined.type(schema, name, path);
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
        QualifiedName name = ShownType.qualified(type);
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

    /// {@return the names of types that a cast is likely to name}
    Set<String> usualTypes() {
        return defined.usualTypes();
    }

    private boolean mayBeAnything(@Nullable String schema) {
        return anythingMayBe || anyDefinitionMayBe || (schema == null && pathUnknown);
    }

    /// Takes note of what a statement did.
    void ran(Node statement) {
        switch (statement) {
            case SelectStmt select -> {
                if (select.intoClause() != null) {
                    touch(select.intoClause());
                }
                calls(select, select.fromClause().isEmpty());
            }
            case UpdateStmt update -> calls(update, update.fromClause().isEmpty());
            case InsertStmt _, DeleteStmt _, MergeStmt _ -> calls(statement, true);
            default -> ranUtility(statement);
        }
    }

    private void ranUtility(Node statement) {
        switch (statement) {
            case VariableSetStmt set -> {
                String variable = set.name();
                if ("search_path".equals(variable)) {
                    setPath(set);
                } else {
                    pathUnknown |= variable == null || !isHarmless(variable);
                }
            }
            case CreateFunctionStmt create -> {
                functions.addAll(StringNode.texts(create.funcname()));
                anyDefinitionMayBe = true;
            }
            case DoStmt block -> ranBlock(block);
            case TransactionStmt transaction -> transaction(transaction.kind());
            case CreateEnumStmt create -> touched.addAll(StringNode.texts(create.typeName()));
            case CreateDomainStmt create -> touched.addAll(StringNode.texts(create.domainname()));
            default -> ranOther(statement);
        }
    }

    private void ranOther(Node statement) {
        switch (statement.tag()) {
            case "CallStmt" -> happened();
            case "ImportForeignSchemaStmt", "ExecuteStmt", "DiscardStmt", "CreateExtensionStmt" ->
                    anythingMayBe = true;
            case "PrepareStmt", "DeallocateStmt", "LockStmt" -> {}
            default -> {
                touch(statement);
                anyDefinitionMayBe |= !isOfRelations(statement);
            }
        }
    }

    /// Whether a statement makes no type or function but the types of the relations it names.
    private static boolean isOfRelations(Node statement) {
        return switch (statement.tag()) {
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

    /// A query moves the path by `set_config`.
    ///
    /// @param alone whether it reads no FROM
    private void calls(Node statement, boolean alone) {
        for (FuncCall call : statement.find(FuncCall.class)) {
            List<String> names = StringNode.texts(call.funcname());
            if (names.getLast().equals("set_config")) {
                configured(call);
            } else if (alone && isMade(names)) {
                // SELECT f() alone is how functions are called that do something.
                anythingMayBe = true;
            }
        }
    }

    /// A block that changes what is there says so, or runs what was not looked at.
    private void ranBlock(DoStmt block) {
        boolean changes =
                block.find(StringNode.class).stream()
                        .anyMatch(text -> CHANGES.matcher(text.sval()).find());
        if (changes) {
            happened();
        } else {
            anythingMayBe = true;
            anyDefinitionMayBe = true;
        }
    }

    private boolean isMade(List<String> names) {
        String schema = names.size() == 1 ? null : names.get(names.size() - 2);
        return !(defined.call(schema, names.getLast())
                        instanceof Routines.Known(List<Signature> found))
                || found.stream().anyMatch(one -> !one.builtIn());
    }

    /// `set_config('search_path', …)` with constants sets the path; with anything else it may.
    private void configured(FuncCall call) {
        String variable = call.args().size() == 3 ? text(call.args().getFirst()) : null;
        String value = variable == null ? null : text(call.args().get(1));
        if (variable != null && !variable.equalsIgnoreCase("search_path")) {
            pathUnknown |= !isHarmless(variable);
        } else if (value == null) {
            pathUnknown = true;
        } else {
            path = usualPath.set(SearchPath.elements(value));
        }
    }

    private static @Nullable String text(Node argument) {
        return argument instanceof AConst constant
                        && constant.val() instanceof StringNode(String text)
                ? text
                : null;
    }

    private void setPath(VariableSetStmt set) {
        if (set.isLocal()) {
            beforeLocal = beforeLocal == null ? path : beforeLocal;
        }
        switch (set.kind()) {
            case VAR_SET_VALUE -> {
                List<String> elements = new ArrayList<>();
                for (Node argument : set.args()) {
                    String text = text(argument);
                    pathUnknown |= text == null;
                    elements.add(text == null ? "" : text);
                }
                path = usualPath.set(elements);
            }
            case VAR_SET_DEFAULT, VAR_RESET -> path = usualPath;
            case VAR_SET_CURRENT, VAR_SET_MULTI, VAR_RESET_ALL -> pathUnknown = true;
        }
    }

    private void transaction(TransactionStmtKind kind) {
        switch (kind) {
            case TRANS_STMT_BEGIN, TRANS_STMT_START -> begun = path;
            case TRANS_STMT_ROLLBACK -> {
                path = begun == null ? path : begun;
                begun = null;
                beforeLocal = null;
            }
            case TRANS_STMT_COMMIT -> {
                path = beforeLocal == null ? path : beforeLocal;
                begun = null;
                beforeLocal = null;
            }
            case TRANS_STMT_ROLLBACK_TO -> pathUnknown |= begun != path;
            default -> {}
        }
    }

    /// Takes note that anything may have happened: code has run that was not looked at.
    void happened() {
        anythingMayBe = true;
        anyDefinitionMayBe = true;
        nothingIsSure = true;
    }

    private static boolean isHarmless(String variable) {
        return !variable.equals("role") && !variable.equals("session_authorization");
    }

    /// Whatever a definition names, it may have made, renamed or changed.
    private void touch(Node definition) {
        definition.find(RangeVar.class).forEach(range -> touched.add(range.relname()));
        switch (definition) {
            case RenameStmt rename -> {
                if (rename.newname() != null) {
                    touched.add(rename.newname());
                }
                anythingMayBe |= rename.renameType().equals("OBJECT_SCHEMA");
            }
            case AlterObjectSchemaStmt _ -> anythingMayBe = true;
            default -> {}
        }
    }
}
