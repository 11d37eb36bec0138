package dev.dryrun.advise;

import dev.dryrun.advise.Condition.Kind;
import dev.dryrun.model.Column;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.AExprKind;
import dev.dryrun.pgquery.tree.BoolExpr;
import dev.dryrun.pgquery.tree.BoolExprType;
import dev.dryrun.pgquery.tree.BooleanNode;
import dev.dryrun.pgquery.tree.BooleanTest;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.FloatNode;
import dev.dryrun.pgquery.tree.IntegerNode;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.NullTest;
import dev.dryrun.pgquery.tree.NullTestType;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.TypeCast;
import dev.dryrun.pgquery.tree.TypeName;
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
        if (expression instanceof BoolExpr all && all.boolop() == BoolExprType.AND_EXPR) {
            all.args().forEach(part -> add(part, conditions));
        } else if (mentionsOwn(expression)) {
            conditions.add(condition(expression));
        }
    }

    private Condition condition(Node whole) {
        return switch (whole) {
            case BoolExpr bool -> bool(bool);
            case NullTest test -> nullTest(test);
            case BooleanTest test -> test(test, test.arg(), "true");
            case ColumnRef reference -> test(reference, reference, "true");
            case AExpr operation -> operation(operation);
            default -> other(whole);
        };
    }

    private Condition bool(BoolExpr whole) {
        return switch (whole.boolop()) {
            case OR_EXPR -> new Condition(Kind.OR, null, "", null, null, whole);
            case NOT_EXPR -> test(whole, whole.args().getFirst(), "false");
            case AND_EXPR -> other(whole);
        };
    }

    private Condition test(Node whole, Node of, String literal) {
        String column = column(of);
        return column == null
                ? other(whole)
                : new Condition(Kind.EQUAL, column, "", literal, of, whole);
    }

    private Condition nullTest(NullTest whole) {
        Node of = whole.arg();
        String column = column(of);
        if (column == null) {
            return other(whole);
        }
        boolean isNull = whole.nulltesttype() == NullTestType.IS_NULL;
        return new Condition(isNull ? Kind.IS_NULL : Kind.IS_NOT_NULL, column, "", null, of, whole);
    }

    private Condition operation(AExpr whole) {
        String operator = String.join(".", StringNode.texts(whole.name()));
        Node left = whole.lexpr();
        Node right = whole.rexpr();
        if (left == null || right == null) {
            return other(whole);
        }
        boolean swapped = !mentionsOwn(left) && mentionsOwn(right);
        if (swapped && whole.kind() != AExprKind.AEXPR_OP) {
            return other(whole);
        }
        Node side = swapped ? right : left;
        Node value = swapped ? left : right;
        if (mentionsOwn(value)) {
            return other(whole);
        }
        String turned = swapped ? COMMUTED.getOrDefault(operator, "") : operator;
        String literal = literal(value);
        Kind kind = kind(whole.kind(), turned, literal);
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

    private static Kind kind(AExprKind form, String operator, @Nullable String literal) {
        return switch (form) {
            case AEXPR_BETWEEN, AEXPR_BETWEEN_SYM -> Kind.RANGE;
            case AEXPR_ILIKE -> operator.equals("~~*") ? Kind.PATTERN : Kind.OTHER;
            case AEXPR_IN, AEXPR_OP_ANY, AEXPR_OP, AEXPR_LIKE -> ofOperator(operator, literal);
            case AEXPR_OP_ALL,
                    AEXPR_DISTINCT,
                    AEXPR_NOT_DISTINCT,
                    AEXPR_NULLIF,
                    AEXPR_SIMILAR,
                    AEXPR_NOT_BETWEEN,
                    AEXPR_NOT_BETWEEN_SYM ->
                    Kind.OTHER;
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
        return switch (expression) {
            case ColumnRef reference -> ownColumn(reference);
            case TypeCast cast -> {
                String column = column(cast.arg());
                boolean same =
                        column != null
                                && isText(cast.typeName())
                                && type(column).startsWith("character varying");
                yield same ? column : null;
            }
            default -> null;
        };
    }

    private static boolean isText(TypeName type) {
        return type.arrayBounds().isEmpty()
                && TEXT_TYPES.contains(String.join(".", StringNode.texts(type.names())));
    }

    private String type(String column) {
        return table.column(column).map(Column::type).orElse("");
    }

    private @Nullable String ownColumn(ColumnRef reference) {
        List<String> names = StringNode.texts(reference.fields());
        return !names.isEmpty() && own.test(names) && table.column(names.getLast()).isPresent()
                ? names.getLast()
                : null;
    }

    private boolean mentionsOwn(Node expression) {
        return expression.find(ColumnRef.class).stream().anyMatch(it -> ownColumn(it) != null);
    }

    private @Nullable String onlyColumn(Node expression) {
        List<ColumnRef> references = expression.find(ColumnRef.class);
        List<String> columns =
                references.stream().map(this::ownColumn).distinct().map(String::valueOf).toList();
        return columns.size() == 1 && references.stream().allMatch(it -> ownColumn(it) != null)
                ? columns.getFirst()
                : null;
    }

    /// {@return the text of a constant, cast or not; null when it is none, or NULL}
    static @Nullable String literal(Node value) {
        return switch (uncast(value)) {
            case AConst(StringNode(String text), _, _) -> text;
            case AConst(IntegerNode(int whole), _, _) -> Integer.toString(whole);
            case AConst(FloatNode(String decimal), _, _) -> decimal;
            case AConst(BooleanNode(boolean truth), _, _) -> Boolean.toString(truth);
            default -> null;
        };
    }

    /// {@return what casts are made of; the expression itself when it is none}
    static Node uncast(Node expression) {
        Node bare = expression;
        while (bare instanceof TypeCast cast) {
            bare = cast.arg();
        }
        return bare;
    }
}
