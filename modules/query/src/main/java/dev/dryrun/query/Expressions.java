package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.model.CompositeType;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.AArrayExpr;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.AExprKind;
import dev.dryrun.pgquery.tree.AIndirection;
import dev.dryrun.pgquery.tree.AStar;
import dev.dryrun.pgquery.tree.BoolExpr;
import dev.dryrun.pgquery.tree.BooleanNode;
import dev.dryrun.pgquery.tree.BooleanTest;
import dev.dryrun.pgquery.tree.CaseExpr;
import dev.dryrun.pgquery.tree.CaseWhen;
import dev.dryrun.pgquery.tree.CoalesceExpr;
import dev.dryrun.pgquery.tree.CollateClause;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.DeleteStmt;
import dev.dryrun.pgquery.tree.FloatNode;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.GroupingFunc;
import dev.dryrun.pgquery.tree.InsertStmt;
import dev.dryrun.pgquery.tree.IntegerNode;
import dev.dryrun.pgquery.tree.JsonArrayAgg;
import dev.dryrun.pgquery.tree.JsonObjectAgg;
import dev.dryrun.pgquery.tree.ListNode;
import dev.dryrun.pgquery.tree.MergeStmt;
import dev.dryrun.pgquery.tree.MinMaxExpr;
import dev.dryrun.pgquery.tree.MultiAssignRef;
import dev.dryrun.pgquery.tree.NamedArgExpr;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.NullTest;
import dev.dryrun.pgquery.tree.ParamRef;
import dev.dryrun.pgquery.tree.RowExpr;
import dev.dryrun.pgquery.tree.SQLValueFunction;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.SetToDefault;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.SubLink;
import dev.dryrun.pgquery.tree.SubLinkType;
import dev.dryrun.pgquery.tree.TypeCast;
import dev.dryrun.pgquery.tree.TypeName;
import dev.dryrun.pgquery.tree.UpdateStmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Analyses expressions in the order in which the server transforms them: every column, type and
/// function they mention, and the queries within them.
final class Expressions {

    private final Session session;
    private final Errors errors;
    private final Queries queries;
    private final Names names;
    private final DefinedNames defined;
    private final Calls calls;
    private final Enums enums;

    Expressions(Session session, Errors errors, Resolved resolved, Queries queries) {
        this.session = session;
        this.errors = errors;
        this.queries = queries;
        this.names = new Names(session, errors, resolved);
        this.defined = new DefinedNames(session, errors);
        this.calls = new Calls(session, errors, resolved, this);
        this.enums = new Enums(session, errors);
    }

    Names names() {
        return names;
    }

    List<Value> all(List<? extends Node> expressions, Scope scope) {
        List<Value> values = new ArrayList<>(expressions.size());
        for (Node expression : expressions) {
            values.add(value(expression, scope));
        }
        return values;
    }

    /// Analyses an expression of a clause.
    ///
    /// @param expression null when there is none
    Value in(Clause clause, @Nullable Node expression, Scope scope) {
        Clause before = scope.clause(clause);
        Value value = value(expression, scope);
        scope.clause(before);
        return value;
    }

    /// Analyses an expression.
    ///
    /// @param expression null when there is none
    Value value(@Nullable Node expression, Scope scope) {
        if (expression == null) {
            return Value.UNKNOWN;
        }
        return switch (expression) {
            case ColumnRef reference -> names.column(reference, scope);
            case AConst constant -> constant(constant);
            case ParamRef _ -> Value.scalar("unknown");
            case AExpr operation -> operator(operation, scope);
            case BoolExpr _, NullTest _, BooleanTest _ -> {
                all(expression.children(), scope);
                yield Value.scalar("boolean");
            }
            case SubLink link -> subquery(link, scope);
            case TypeCast cast -> cast(cast, scope);
            case FuncCall call -> calls.value(call, scope);
            case AIndirection indirection -> indirection(indirection, scope);
            case CollateClause collate -> value(collate.arg(), scope);
            case NamedArgExpr named -> value(named.arg(), scope);
            case CaseExpr conditional -> conditional(conditional, scope);
            case CoalesceExpr coalesce -> common(all(coalesce.args(), scope));
            case MinMaxExpr of -> common(all(of.args(), scope));
            case SQLValueFunction function -> valueFunction(function);
            case AArrayExpr _, GroupingFunc _ -> {
                all(expression.children(), scope);
                yield Value.SCALAR;
            }
            case MultiAssignRef part -> assigned(part, scope);
            case JsonObjectAgg _, JsonArrayAgg _ -> calls.unsure(expression, scope);
            case SelectStmt _, InsertStmt _, UpdateStmt _, DeleteStmt _, MergeStmt _ -> {
                queries.check(expression, scope);
                yield Value.UNKNOWN;
            }
            // Its modifiers look like columns: geometry(Point, 4326).
            case TypeName type -> {
                defined.type(type);
                yield Value.UNKNOWN;
            }
            default -> {
                all(expression.children(), scope);
                yield Value.UNKNOWN;
            }
        };
    }

    private static Value constant(AConst constant) {
        return switch (constant.val()) {
            case IntegerNode _ -> Value.scalar("integer");
            case FloatNode _ -> Value.scalar("numeric");
            case BooleanNode _ -> Value.scalar("boolean");
            case null, default -> Value.scalar("unknown");
        };
    }

    private static Value valueFunction(SQLValueFunction function) {
        return switch (function.op()) {
            case SVFOP_CURRENT_DATE -> Value.scalar("date");
            case SVFOP_CURRENT_TIMESTAMP, SVFOP_CURRENT_TIMESTAMP_N ->
                    Value.scalar("timestamp with time zone");
            default -> Value.SCALAR;
        };
    }

    private Value operator(AExpr operation, Scope scope) {
        Node left = operation.lexpr();
        Node right = operation.rexpr();
        boolean plain = operation.kind() == AExprKind.AEXPR_OP;
        if (plain
                && left instanceof RowExpr row
                && right instanceof SubLink link
                && link.subLinkType() == SubLinkType.EXPR_SUBLINK) {
            return rowAgainstQuery(operation, row, link, scope);
        }
        Value leftValue = value(left, scope);
        List<Node> items =
                right == null
                        ? List.of()
                        : right instanceof ListNode list ? list.items() : List.of(right);
        List<Value> values = all(items, scope);
        if (plain && left instanceof RowExpr one && right instanceof RowExpr other) {
            unequalRows(operation, one, other);
        } else if (left != null) {
            enums.compare(operation, left, leftValue, items, values);
        }
        return session.maybeOperator(operation.name().getLast().sval())
                ? Value.UNKNOWN
                : Value.SCALAR;
    }

    /// The server takes it for one subquery, which it analyses first.
    private Value rowAgainstQuery(AExpr operation, RowExpr row, SubLink link, Scope scope) {
        List<Col> columns = queries.check(link.subselect(), scope);
        value(row, scope);
        if (columns != null) {
            sameWidth(operation, row, columns.size());
        }
        return Value.SCALAR;
    }

    private void unequalRows(AExpr operation, RowExpr left, RowExpr right) {
        if (left.find(AStar.class).isEmpty()
                && right.find(AStar.class).isEmpty()
                && left.args().size() != right.args().size()) {
            errors.add(
                    operation.location(),
                    "42601",
                    "unequal number of entries in row expressions",
                    null,
                    Certainty.CERTAIN);
        }
    }

    private Value subquery(SubLink link, Scope scope) {
        List<Col> columns = queries.check(link.subselect(), scope);
        Node tested = link.testexpr();
        value(tested, scope);
        if (columns == null) {
            return link.subLinkType() == SubLinkType.EXISTS_SUBLINK
                    ? Value.scalar("boolean")
                    : Value.UNKNOWN;
        }
        return switch (link.subLinkType()) {
            case EXPR_SUBLINK -> {
                oneColumn(link, columns);
                yield columns.isEmpty() ? Value.UNKNOWN : columns.getFirst().value();
            }
            case ARRAY_SUBLINK -> {
                oneColumn(link, columns);
                yield Value.SCALAR;
            }
            case ANY_SUBLINK, ALL_SUBLINK, ROWCOMPARE_SUBLINK -> {
                sameWidth(link, tested, columns.size());
                yield Value.scalar("boolean");
            }
            case EXISTS_SUBLINK, MULTIEXPR_SUBLINK, CTE_SUBLINK -> Value.SCALAR;
        };
    }

    /// `(a, b) = …` stands once for each column, with all of its source.
    private Value assigned(MultiAssignRef part, Scope scope) {
        Node source = part.source();
        if (part.colno() != 1) {
            return Value.UNKNOWN;
        }
        int wanted = part.ncolumns();
        int given = wanted;
        switch (source) {
            case SubLink link -> {
                List<Col> columns = queries.check(link.subselect(), scope);
                given = columns == null ? wanted : columns.size();
            }
            case RowExpr row -> {
                for (Node item : row.args()) {
                    if (!(item instanceof SetToDefault)) {
                        value(item, scope);
                    }
                }
                given = row.find(AStar.class).isEmpty() ? row.args().size() : wanted;
            }
            default -> value(source, scope);
        }
        if (given != wanted) {
            errors.add(
                    source.location(),
                    "42601",
                    "number of columns does not match number of values",
                    null,
                    Certainty.CERTAIN);
        }
        return Value.UNKNOWN;
    }

    private void oneColumn(SubLink link, List<Col> columns) {
        if (columns.size() != 1) {
            errors.add(
                    link.location(),
                    "42601",
                    "subquery must return only one column",
                    null,
                    Certainty.CERTAIN);
        }
    }

    private void sameWidth(Node place, @Nullable Node tested, int columns) {
        int wanted = 1;
        if (tested instanceof RowExpr row) {
            if (!row.find(AStar.class).isEmpty()) {
                return;
            }
            wanted = row.args().size();
        }
        if (columns != wanted) {
            errors.add(
                    place.location(),
                    "42601",
                    "subquery has too " + (columns > wanted ? "many" : "few") + " columns",
                    null,
                    Certainty.CERTAIN);
        }
    }

    /// The server looks the type up first.
    private Value cast(TypeCast cast, Scope scope) {
        TypeName type = cast.typeName();
        defined.type(type);
        value(cast.arg(), scope);
        if (!type.arrayBounds().isEmpty()) {
            return Value.SCALAR;
        }
        List<String> name = StringNode.texts(type.names());
        boolean system = name.size() == 2 && name.getFirst().equals("pg_catalog");
        if (system || name.size() == 1) {
            Value builtIn = session.builtInValue(name.getLast());
            if (builtIn.scalar()) {
                return builtIn;
            }
        }
        String schema = name.size() == 2 ? name.getFirst() : "public";
        return system
                ? Value.UNKNOWN
                : session.value(quoted(schema) + "." + quoted(name.getLast()));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private Value conditional(CaseExpr conditional, Scope scope) {
        value(conditional.arg(), scope);
        List<Value> results = new ArrayList<>();
        for (CaseWhen when : conditional.args()) {
            value(when.expr(), scope);
            results.add(value(when.result(), scope));
        }
        Node otherwise = conditional.defresult();
        if (otherwise != null) {
            results.add(value(otherwise, scope));
        }
        return common(results);
    }

    /// A row and what is no row have no common type; a literal may be either.
    private static Value common(List<Value> values) {
        boolean scalar =
                values.stream().allMatch(Value::scalar)
                        || values.stream()
                                .anyMatch(
                                        value -> value.scalar() && !"unknown".equals(value.type()));
        return scalar ? Value.SCALAR : Value.UNKNOWN;
    }

    private Value indirection(AIndirection node, Scope scope) {
        Value value = value(node.arg(), scope);
        for (Node step : node.indirection()) {
            if (step instanceof StringNode(String field)) {
                value = field(node.arg(), value, field);
            } else {
                all(step.children(), scope);
                value = Value.UNKNOWN;
            }
        }
        return value;
    }

    private Value field(Node argument, Value of, String field) {
        List<Col> fields = fields(of);
        if (fields == null) {
            return Value.UNKNOWN;
        }
        for (Col candidate : fields) {
            if (field.equals(candidate.name())) {
                return candidate.value();
            }
        }
        Item row = of.row();
        if (session.mayBeFunction(field) || (row != null && !row.named(field).isEmpty())) {
            return Value.UNKNOWN;
        }
        errors.add(
                Places.leftmost(argument),
                "42703",
                row != null
                        ? "column " + row.name() + "." + field + " does not exist"
                        : "column \"%s\" not found in data type %s"
                                .formatted(field, shownType(String.valueOf(of.type()))),
                null,
                Certainty.LIKELY);
        return Value.UNKNOWN;
    }

    /// A type of the default path stands without its schema.
    static String shownType(String type) {
        return type.startsWith("public.") ? type.substring("public.".length()) : type;
    }

    /// {@return the fields of a row; null when it is none, or they are not known}
    @Nullable List<Col> fields(Value value) {
        Item row = value.row();
        if (row != null) {
            return row.columns();
        }
        String type = value.type();
        if (type == null || value.scalar()) {
            return null;
        }
        return fields(type);
    }

    /// {@return the fields of a composite type, as tables have one too; null when it is none}
    @Nullable List<Col> fields(String type) {
        List<Col> fields = new ArrayList<>();
        SchemaObject object = session.object(type);
        if (object instanceof CompositeType composite) {
            composite
                    .attributes()
                    .forEach(one -> fields.add(Col.of(one.name(), session.value(one.type()))));
            return fields;
        }
        if (object instanceof Table table) {
            table.columns()
                    .forEach(one -> fields.add(Col.of(one.name(), session.value(one.type()))));
            return fields;
        }
        return null;
    }
}
