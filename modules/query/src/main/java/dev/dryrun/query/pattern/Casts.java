package dev.dryrun.query.pattern;

import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.AExprKind;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.FloatNode;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.IntegerNode;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.TypeCast;
import dev.dryrun.pgquery.tree.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which casts keep the planner from using an index, as far as types are known here.
final class Casts {

    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    private static final Set<String> FLOATS = Set.of("real", "double precision");
    private static final Set<String> TEXTS = Set.of("text", "character varying");

    /// The grammar's names of types, as `format_type` writes them.
    private static final Map<String, String> NAMES =
            Map.of(
                    "int2", "smallint",
                    "int4", "integer",
                    "int8", "bigint",
                    "float4", "real",
                    "float8", "double precision",
                    "varchar", "character varying",
                    "bpchar", "character",
                    "timestamptz", "timestamp with time zone",
                    "timestamp", "timestamp without time zone");

    private Casts() {}

    /// {@return the expression below casts that only give a value another name}
    static Node withoutHarmless(Node expression, StatementView statement) {
        Node at = expression;
        while (at instanceof TypeCast cast) {
            String to = named(cast.typeName());
            String from = type(cast.arg(), statement);
            boolean same = to != null && (to.equals(from) || (TEXTS.contains(to) && isText(from)));
            if (!same || cast.arg() instanceof AConst) {
                return at;
            }
            at = cast.arg();
        }
        return at;
    }

    private static boolean isText(@Nullable String type) {
        return type != null && TEXTS.contains(type);
    }

    /// {@return whether the server casts the column to compare it, so that an index on it does not
    /// serve}
    static boolean stopsIndex(TableColumn column, Comparison comparison, StatementView statement) {
        return comparison.others().stream()
                .anyMatch(other -> isCastTo(column.plainType(), type(other, statement)));
    }

    /// {@return whether a column of one type is cast when it is compared with a value of another}
    ///
    /// @param column as `format_type` writes it, without modifiers
    /// @param other likewise; null when it is not known
    static boolean isCastTo(String column, @Nullable String other) {
        if (other == null) {
            return false;
        }
        if (INTEGERS.contains(column)) {
            return other.equals("numeric") || FLOATS.contains(other);
        }
        return (column.equals("numeric") && FLOATS.contains(other))
                || (column.equals("character") && TEXTS.contains(other));
    }

    /// {@return the type of an expression, as `format_type` writes it, without modifiers; null when
    /// it is not known here}
    static @Nullable String type(Node expression, StatementView statement) {
        return switch (expression) {
            case AConst constant -> constant(constant);
            case TypeCast cast -> named(cast.typeName());
            case ColumnRef reference -> {
                List<TableColumn> columns = statement.referred(reference);
                yield columns.size() == 1 ? columns.getFirst().plainType() : null;
            }
            case AExpr operation -> arithmetic(operation, statement);
            case FuncCall call ->
                    call.funcname().getLast().sval().equals("random") && call.args().isEmpty()
                            ? "double precision"
                            : null;
            default -> null;
        };
    }

    private static @Nullable String constant(AConst constant) {
        if (constant.val() instanceof IntegerNode) {
            return "integer";
        }
        return constant.val() instanceof FloatNode(String digits) ? number(digits) : null;
    }

    private static String number(String digits) {
        try {
            Long.parseLong(digits);
            return "bigint";
        } catch (NumberFormatException _) {
            return "numeric";
        }
    }

    private static @Nullable String named(TypeName type) {
        List<String> names = StringNode.texts(type.names());
        boolean known =
                type.arrayBounds().isEmpty()
                        && (names.size() == 1
                                || (names.size() == 2 && names.getFirst().equals("pg_catalog")));
        return known ? NAMES.getOrDefault(names.getLast(), names.getLast()) : null;
    }

    private static @Nullable String arithmetic(AExpr operation, StatementView statement) {
        Node left = operation.lexpr();
        Node right = operation.rexpr();
        if (left == null
                || right == null
                || operation.kind() != AExprKind.AEXPR_OP
                || !Set.of("+", "-", "*", "/").contains(operation.name().getLast().sval())) {
            return null;
        }
        String one = type(left, statement);
        String other = type(right, statement);
        if (one == null || other == null) {
            return null;
        }
        for (String wider : List.of("double precision", "numeric")) {
            if (one.equals(wider) || other.equals(wider)) {
                String narrow = one.equals(wider) ? other : one;
                boolean number =
                        INTEGERS.contains(narrow)
                                || FLOATS.contains(narrow)
                                || narrow.equals("numeric");
                return number ? wider : null;
            }
        }
        return INTEGERS.contains(one) && INTEGERS.contains(other) ? "integer" : null;
    }
}
