package dev.dryrun.advise;

import dev.dryrun.advise.Condition.Kind;
import dev.dryrun.model.Column;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Takes a boolean expression apart into what it demands of the rows of one table.
final class Conditions {

    private static final Set<String> CONTAINS =
            Set.of("@>", "<@", "&&", "?", "?|", "?&", "@@", "@?", "@@@", "<<", ">>", "-|-");
    private static final Map<String, String> COMMUTED =
            Map.of("<", ">", ">", "<", "<=", ">=", ">=", "<=", "=", "=", "@>", "<@", "<@", "@>");
    private static final Set<String> TEXT_TYPES = Set.of("text", "pg_catalog.text");

    private final Table table;
    private final Predicate<List<String>> own;

    private Conditions(Table table, Predicate<List<String>> own) {
        this.table = table;
        this.own = own;
    }

    /// {@return the conditions, all of which must hold; those that do not name the table left out}
    ///
    /// @param expression a boolean expression; null for none
    /// @param table whose rows it is about
    /// @param own whether the parts of a column's name, such as `o`, `total`, mean a column of that
    ///   table
    static List<Condition> of(@Nullable Node expression, Table table, Predicate<List<String>> own) {
        List<Condition> conditions = new ArrayList<>();
        if (expression != null) {
            new Conditions(table, own).add(expression, conditions);
        }
        return conditions;
    }

    private void add(Node expression, List<Condition> conditions) {
        if (expression.kind().equals("BoolExpr") && "AND_EXPR".equals(expression.text("boolop"))) {
            expression.children("args").forEach(part -> add(part, conditions));
            return;
        }
        Condition condition = condition(expression);
        if (mentionsOwn(expression)) {
            conditions.add(condition);
        }
    }

    private Condition condition(Node whole) {
        return switch (whole.kind()) {
            case "BoolExpr" -> bool(whole);
            case "NullTest" -> nullTest(whole);
            case "BooleanTest" -> test(whole, whole.child("arg"), "true");
            case "ColumnRef" -> test(whole, whole, "true");
            case "A_Expr" -> operation(whole);
            default -> other(whole);
        };
    }

    private Condition bool(Node whole) {
        if ("OR_EXPR".equals(whole.text("boolop"))) {
            return new Condition(Kind.OR, null, "", null, null, whole);
        }
        List<Node> negated = whole.children("args");
        return negated.size() == 1 && column(negated.getFirst()) != null
                ? test(whole, negated.getFirst(), "false")
                : other(whole);
    }

    private Condition test(Node whole, @Nullable Node of, String literal) {
        String column = of == null ? null : column(of);
        return column == null
                ? other(whole)
                : new Condition(Kind.EQUAL, column, "", literal, of, whole);
    }

    private Condition nullTest(Node whole) {
        Node of = whole.child("arg");
        String column = of == null ? null : column(of);
        if (column == null) {
            return other(whole);
        }
        boolean isNull = "IS_NULL".equals(whole.text("nulltesttype"));
        return new Condition(isNull ? Kind.IS_NULL : Kind.IS_NOT_NULL, column, "", null, of, whole);
    }

    private Condition operation(Node whole) {
        String form = String.valueOf(whole.text("kind"));
        String operator = String.join(".", whole.names("name"));
        Node left = whole.child("lexpr");
        Node right = whole.child("rexpr");
        if (left == null) {
            return other(whole);
        }
        boolean swapped = right != null && !mentionsOwn(left) && mentionsOwn(right);
        if (swapped && !form.equals("AEXPR_OP")) {
            return other(whole);
        }
        Node side = swapped && right != null ? right : left;
        List<Node> values = swapped ? List.of(left) : whole.children("rexpr");
        if (values.stream().anyMatch(this::mentionsOwn)) {
            return other(whole);
        }
        String turned = swapped ? COMMUTED.getOrDefault(operator, "") : operator;
        String literal = values.size() == 1 ? literal(values.getFirst()) : null;
        Kind kind = kind(form, turned, literal);
        String column = column(side);
        if (column != null) {
            return new Condition(kind, column, turned, literal, side, whole);
        }
        String within = onlyColumn(side);
        boolean searchable = kind == Kind.EQUAL || kind == Kind.RANGE || kind == Kind.PREFIX;
        return within == null || !searchable
                ? other(whole)
                : new Condition(Kind.WRAPPED, within, turned, literal, side, whole);
    }

    private static Kind kind(String form, String operator, @Nullable String literal) {
        return switch (form) {
            case "AEXPR_BETWEEN", "AEXPR_BETWEEN_SYM" -> Kind.RANGE;
            case "AEXPR_ILIKE" -> operator.equals("~~*") ? Kind.PATTERN : Kind.OTHER;
            case "AEXPR_IN", "AEXPR_OP_ANY", "AEXPR_OP", "AEXPR_LIKE" ->
                    ofOperator(operator, literal);
            default -> Kind.OTHER;
        };
    }

    private static Kind ofOperator(String operator, @Nullable String literal) {
        return switch (operator) {
            case "=" -> Kind.EQUAL;
            case "<", "<=", ">", ">=" -> Kind.RANGE;
            case "~~" ->
                    literal == null || literal.startsWith("%") || literal.startsWith("_")
                            ? Kind.PATTERN
                            : Kind.PREFIX;
            case "~~*", "~", "~*" -> Kind.PATTERN;
            case "^@" -> Kind.PREFIX;
            default -> CONTAINS.contains(operator) ? Kind.CONTAINS : Kind.OTHER;
        };
    }

    private static Condition other(Node whole) {
        return new Condition(Kind.OTHER, null, "", null, null, whole);
    }

    /// {@return the table's column that an expression is, seen through a cast that changes nothing:
    /// `varchar` to `text`; null when it is none}
    @Nullable String column(Node expression) {
        if (expression.kind().equals("ColumnRef")) {
            return ownColumn(expression);
        }
        if (expression.kind().equals("TypeCast")) {
            Node type = expression.child("typeName");
            Node arg = expression.child("arg");
            String column = arg == null ? null : column(arg);
            if (column != null
                    && type != null
                    && type.children("arrayBounds").isEmpty()
                    && TEXT_TYPES.contains(String.join(".", type.names("names")))
                    && type(column).startsWith("character varying")) {
                return column;
            }
        }
        return null;
    }

    private String type(String column) {
        return table.column(column).map(Column::type).orElse("");
    }

    private @Nullable String ownColumn(Node reference) {
        List<String> names = reference.names("fields");
        return !names.isEmpty() && own.test(names) && table.column(names.getLast()).isPresent()
                ? names.getLast()
                : null;
    }

    private boolean mentionsOwn(Node expression) {
        return expression.find("ColumnRef").stream().anyMatch(it -> ownColumn(it) != null);
    }

    private @Nullable String onlyColumn(Node expression) {
        List<Node> references = expression.find("ColumnRef");
        List<String> columns =
                references.stream().map(this::ownColumn).distinct().map(String::valueOf).toList();
        return columns.size() == 1 && references.stream().allMatch(it -> ownColumn(it) != null)
                ? columns.getFirst()
                : null;
    }

    /// {@return the text of a constant, cast or not; null when it is none, or NULL}
    static @Nullable String literal(Node value) {
        return switch (value.kind()) {
            case "TypeCast" -> {
                Node arg = value.child("arg");
                yield arg == null ? null : literal(arg);
            }
            case "A_Const" -> constant(value);
            default -> null;
        };
    }

    private static @Nullable String constant(Node value) {
        Node text = value.child("sval");
        if (text != null) {
            String string = text.text("sval");
            return string == null ? "" : string;
        }
        Node whole = value.child("ival");
        if (whole != null) {
            return Integer.toString(whole.number("ival"));
        }
        Node decimal = value.child("fval");
        Node truth = value.child("boolval");
        return decimal != null
                ? decimal.text("fval")
                : truth != null ? Boolean.toString(truth.flag("boolval")) : null;
    }
}
