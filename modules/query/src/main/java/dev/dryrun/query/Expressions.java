package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.model.CompositeType;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.Node;
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

    List<Value> all(List<Node> expressions, Scope scope) {
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
        return switch (expression.kind()) {
            case "ColumnRef" -> names.column(expression, scope);
            case "A_Const" -> constant(expression);
            case "ParamRef" -> Value.scalar("unknown");
            case "A_Expr" -> operator(expression, scope);
            case "BoolExpr", "NullTest", "BooleanTest" -> {
                all(expression.children(), scope);
                yield Value.scalar("boolean");
            }
            case "SubLink" -> subquery(expression, scope);
            case "TypeCast" -> cast(expression, scope);
            case "FuncCall" -> calls.value(expression, scope);
            case "A_Indirection" -> indirection(expression, scope);
            case "CollateClause", "NamedArgExpr" -> value(expression.child("arg"), scope);
            case "CaseExpr" -> conditional(expression, scope);
            case "CoalesceExpr", "MinMaxExpr" -> common(all(expression.children("args"), scope));
            case "SQLValueFunction" -> valueFunction(expression);
            case "A_ArrayExpr", "GroupingFunc" -> {
                all(expression.children(), scope);
                yield Value.SCALAR;
            }
            case "MultiAssignRef" -> assigned(expression, scope);
            case "JsonObjectAgg", "JsonArrayAgg" -> calls.unsure(expression, scope);
            case "SelectStmt", "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt" -> {
                queries.check(expression, scope);
                yield Value.UNKNOWN;
            }
            // Its modifiers look like columns: geometry(Point, 4326).
            case "TypeName" -> {
                defined.type(expression);
                yield Value.UNKNOWN;
            }
            default -> {
                all(expression.children(), scope);
                yield Value.UNKNOWN;
            }
        };
    }

    private static Value constant(Node constant) {
        if (constant.child("ival") != null) {
            return Value.scalar("integer");
        }
        if (constant.child("fval") != null) {
            return Value.scalar("numeric");
        }
        return Value.scalar(constant.child("boolval") != null ? "boolean" : "unknown");
    }

    private static Value valueFunction(Node function) {
        return switch (String.valueOf(function.text("op"))) {
            case "SVFOP_CURRENT_DATE" -> Value.scalar("date");
            case "SVFOP_CURRENT_TIMESTAMP", "SVFOP_CURRENT_TIMESTAMP_N" ->
                    Value.scalar("timestamp with time zone");
            default -> Value.SCALAR;
        };
    }

    private Value operator(Node operation, Scope scope) {
        Node left = operation.child("lexpr");
        Node right = operation.child("rexpr");
        String kind = String.valueOf(operation.text("kind"));
        if (left != null && right != null && isRowAgainstQuery(kind, left, right)) {
            return rowAgainstQuery(operation, left, right, scope);
        }
        Value leftValue = value(left, scope);
        List<Node> items =
                right == null
                        ? List.of()
                        : right.kind().equals("List") ? right.children("items") : List.of(right);
        List<Value> values = all(items, scope);
        if (left != null
                && right != null
                && left.kind().equals("RowExpr")
                && right.kind().equals("RowExpr")
                && kind.equals("AEXPR_OP")) {
            unequalRows(operation, left, right);
        } else if (left != null) {
            enums.compare(operation, left, leftValue, items, values);
        }
        List<String> name = operation.names("name");
        return name.isEmpty() || session.maybeOperator(name.getLast())
                ? Value.UNKNOWN
                : Value.SCALAR;
    }

    private static boolean isRowAgainstQuery(String kind, Node left, Node right) {
        return kind.equals("AEXPR_OP")
                && left.kind().equals("RowExpr")
                && right.kind().equals("SubLink")
                && "EXPR_SUBLINK".equals(right.text("subLinkType"));
    }

    /// The server takes it for one subquery, which it analyses first.
    private Value rowAgainstQuery(Node operation, Node row, Node link, Scope scope) {
        Node query = link.child("subselect");
        List<Col> columns = query == null ? null : queries.check(query, scope);
        value(row, scope);
        if (columns != null) {
            sameWidth(operation, row, columns.size());
        }
        return Value.SCALAR;
    }

    private void unequalRows(Node operation, Node left, Node right) {
        if (left.find("A_Star").isEmpty()
                && right.find("A_Star").isEmpty()
                && left.children("args").size() != right.children("args").size()) {
            errors.add(
                    operation.location(),
                    "42601",
                    "unequal number of entries in row expressions",
                    null,
                    Certainty.CERTAIN);
        }
    }

    private Value subquery(Node link, Scope scope) {
        Node query = link.child("subselect");
        List<Col> columns = query == null ? null : queries.check(query, scope);
        Node tested = link.child("testexpr");
        value(tested, scope);
        String kind = String.valueOf(link.text("subLinkType"));
        if (columns == null) {
            return kind.equals("EXISTS_SUBLINK") ? Value.scalar("boolean") : Value.UNKNOWN;
        }
        return switch (kind) {
            case "EXPR_SUBLINK" -> {
                oneColumn(link, columns);
                yield columns.isEmpty() ? Value.UNKNOWN : columns.getFirst().value();
            }
            case "ARRAY_SUBLINK" -> {
                oneColumn(link, columns);
                yield Value.SCALAR;
            }
            case "ANY_SUBLINK", "ALL_SUBLINK", "ROWCOMPARE_SUBLINK" -> {
                sameWidth(link, tested, columns.size());
                yield Value.scalar("boolean");
            }
            default -> Value.SCALAR;
        };
    }

    /// `(a, b) = …` stands once for each column, with all of its source.
    private Value assigned(Node part, Scope scope) {
        Node source = part.child("source");
        if (source == null || part.number("colno") != 1) {
            return Value.UNKNOWN;
        }
        int wanted = part.number("ncolumns");
        Node query = source.kind().equals("SubLink") ? source.child("subselect") : null;
        int given;
        if (query != null) {
            List<Col> columns = queries.check(query, scope);
            given = columns == null ? wanted : columns.size();
        } else if (source.kind().equals("RowExpr")) {
            for (Node item : source.children("args")) {
                if (!item.kind().equals("SetToDefault")) {
                    value(item, scope);
                }
            }
            given = source.find("A_Star").isEmpty() ? source.children("args").size() : wanted;
        } else {
            value(source, scope);
            given = wanted;
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

    private void oneColumn(Node link, List<Col> columns) {
        if (columns.size() != 1) {
            errors.add(
                    link.location(),
                    "42601",
                    "subquery must return only one column",
                    null,
                    Certainty.CERTAIN);
        }
    }

    private void sameWidth(Node link, @Nullable Node tested, int columns) {
        int wanted = 1;
        if (tested != null && tested.kind().equals("RowExpr")) {
            if (!tested.find("A_Star").isEmpty()) {
                return;
            }
            wanted = tested.children("args").size();
        }
        if (columns != wanted) {
            errors.add(
                    link.location(),
                    "42601",
                    "subquery has too " + (columns > wanted ? "many" : "few") + " columns",
                    null,
                    Certainty.CERTAIN);
        }
    }

    /// The server looks the type up first.
    private Value cast(Node cast, Scope scope) {
        Node type = cast.child("typeName");
        defined.type(type);
        value(cast.child("arg"), scope);
        if (type == null) {
            return Value.UNKNOWN;
        }
        if (!type.children("arrayBounds").isEmpty()) {
            return Value.SCALAR;
        }
        List<String> name = type.names("names");
        boolean system = name.size() == 2 && name.getFirst().equals("pg_catalog");
        if (system || name.size() == 1) {
            Value builtIn = session.builtInValue(name.getLast());
            if (builtIn.scalar()) {
                return builtIn;
            }
        }
        String schema = name.size() == 2 ? name.getFirst() : "public";
        return name.isEmpty() || system
                ? Value.UNKNOWN
                : session.value(quoted(schema) + "." + quoted(name.getLast()));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private Value conditional(Node conditional, Scope scope) {
        value(conditional.child("arg"), scope);
        List<Value> results = new ArrayList<>();
        for (Node when : conditional.children("args")) {
            value(when.child("expr"), scope);
            results.add(value(when.child("result"), scope));
        }
        Node otherwise = conditional.child("defresult");
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

    private Value indirection(Node node, Scope scope) {
        Node argument = node.child("arg");
        Value value = value(argument, scope);
        for (Node step : node.children("indirection")) {
            if (step.kind().equals("String")) {
                String field = String.valueOf(step.text("sval"));
                value = argument == null ? Value.UNKNOWN : field(argument, value, field);
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
