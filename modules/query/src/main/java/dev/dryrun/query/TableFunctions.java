package dev.dryrun.query;

import dev.dryrun.pgquery.tree.Alias;
import dev.dryrun.pgquery.tree.ColumnDef;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.JsonTable;
import dev.dryrun.pgquery.tree.ListNode;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.RangeFunction;
import dev.dryrun.pgquery.tree.RangeTableFunc;
import dev.dryrun.pgquery.tree.SQLValueFunction;
import dev.dryrun.pgquery.tree.TypeName;
import dev.dryrun.query.Signature.Output;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Analyses functions that stand in FROM: which columns they give.
final class TableFunctions {

    private final Session session;
    private final Expressions expressions;
    private final Relations relations;
    private final Calls calls;

    TableFunctions(Session session, Expressions expressions, Relations relations, Calls calls) {
        this.session = session;
        this.expressions = expressions;
        this.relations = relations;
        this.calls = calls;
    }

    /// Analyses functions.
    Item function(RangeFunction range, Scope scope) {
        Alias alias = range.alias();
        List<ListNode> lists = range.functions();
        List<Col> columns = new ArrayList<>();
        boolean known = true;
        String name = alias == null ? null : alias.aliasname();
        String first = null;
        for (ListNode list : lists) {
            Node call = list.items().getFirst();
            first = first == null ? Figured.name(call) : first;
            if (call instanceof FuncCall unnest && isUnnest(unnest)) {
                boolean alone = lists.size() == 1 && unnest.args().size() == 1;
                List<Col> elements = elements(unnest, alone ? name : null, scope);
                known &= elements != null;
                columns.addAll(elements == null ? List.of() : elements);
                continue;
            }
            Value given = expressions.value(call, scope);
            List<ColumnDef> columnsOf = given(list, range);
            List<Col> its = defined(columnsOf);
            expressions.all(types(columnsOf), scope);
            if (its.isEmpty()) {
                its = returned(call, given, lists.size() == 1 ? name : null);
            }
            known &= its != null;
            columns.addAll(its == null ? List.of() : its);
        }
        if (range.ordinality()) {
            columns.add(Col.of("ordinality", Value.scalar("bigint")));
        }
        String shown = alias == null ? first : name;
        boolean value = lists.size() == 1 && columns.size() == 1;
        return new Item(
                shown,
                null,
                alias != null,
                relations.renamed(known ? columns : null, alias),
                value ? Item.Form.VALUES : Item.Form.ROWS);
    }

    private static boolean isUnnest(FuncCall call) {
        return call.funcname().getLast().sval().equals("unnest");
    }

    /// The server makes one call of each argument. An array of rows would give the columns of
    /// these.
    private @Nullable List<Col> elements(FuncCall call, @Nullable String alias, Scope scope) {
        if (call.args().size() == 1) {
            expressions.value(call, scope);
        }
        List<Col> columns = new ArrayList<>();
        boolean known = true;
        for (Value array : expressions.all(call.args(), scope)) {
            String type = String.valueOf(array.type());
            Value element =
                    type.endsWith("[]")
                            ? session.value(type.substring(0, type.length() - 2))
                            : Value.UNKNOWN;
            known &= element.scalar();
            columns.add(Col.of(alias == null ? "unnest" : alias, element));
        }
        return known ? columns : null;
    }

    /// {@return the columns that AS gives types, within ROWS FROM or behind the function}
    private static List<ColumnDef> given(ListNode list, RangeFunction range) {
        return list.items().getLast() instanceof ListNode(List<Node> items)
                ? items.stream().map(ColumnDef.class::cast).toList()
                : range.coldeflist();
    }

    private static List<TypeName> types(List<ColumnDef> columns) {
        List<TypeName> types = new ArrayList<>();
        for (ColumnDef column : columns) {
            TypeName type = column.typeName();
            if (type != null) {
                types.add(type);
            }
        }
        return types;
    }

    private static List<Col> defined(List<ColumnDef> columns) {
        return columns.stream().map(column -> Col.of(column.colname(), Value.UNKNOWN)).toList();
    }

    private @Nullable List<Col> returned(Node call, Value given, @Nullable String alias) {
        return switch (call) {
            case SQLValueFunction _ ->
                    List.of(Col.of(alias == null ? Figured.name(call) : alias, given));
            case FuncCall function -> called(function, given, alias);
            default -> null;
        };
    }

    private @Nullable List<Col> called(FuncCall call, Value given, @Nullable String alias) {
        List<Signature> candidates = calls.candidates(call);
        if (candidates == null || candidates.isEmpty()) {
            return null;
        }
        List<Col> found = null;
        for (Signature candidate : candidates) {
            List<Col> its = returned(candidate, call, given, alias);
            if (its == null || (found != null && !names(found).equals(names(its)))) {
                return null;
            }
            found = found == null ? its : either(found, its);
        }
        return found;
    }

    private static List<String> names(List<Col> columns) {
        return columns.stream().map(column -> "" + column.name()).toList();
    }

    /// What is known of a value that is one of two.
    private static List<Col> either(List<Col> some, List<Col> others) {
        List<Col> columns = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            Value one = some.get(i).value();
            Value other = others.get(i).value();
            Value both = one.scalar() && other.scalar() ? Value.SCALAR : Value.UNKNOWN;
            columns.add(Col.of(some.get(i).name(), one.equals(other) ? one : both));
        }
        return columns;
    }

    private @Nullable List<Col> returned(
            Signature signature, FuncCall call, Value given, @Nullable String alias) {
        List<Output> outputs = signature.outputs();
        if (outputs.size() > 1) {
            List<Col> columns = new ArrayList<>();
            for (int i = 0; i < outputs.size(); i++) {
                Output output = outputs.get(i);
                String name = output.name().isEmpty() ? "column" + (i + 1) : output.name();
                columns.add(Col.of(name, value(signature, output.type())));
            }
            return columns;
        }
        String name = alias == null ? call.funcname().getLast().sval() : alias;
        String type = signature.result();
        if (outputs.size() == 1) {
            name = outputs.getFirst().name().isEmpty() ? name : outputs.getFirst().name();
            type = outputs.getFirst().type();
        }
        Value value = value(signature, type);
        if (value.scalar()) {
            return List.of(Col.of(name, value));
        }
        return signature.builtIn() || outputs.size() == 1 || given.row() != null
                ? null
                : expressions.fields(type);
    }

    private Value value(Signature signature, String type) {
        if (signature.builtIn()) {
            return session.builtInValue(type);
        }
        return type.startsWith("TABLE(") || isPseudo(type) ? Value.UNKNOWN : session.value(type);
    }

    private static boolean isPseudo(String type) {
        return type.isEmpty()
                || type.equals("record")
                || type.equals("void")
                || type.startsWith("any");
    }

    /// Analyses XMLTABLE.
    Item xml(RangeTableFunc table, Scope scope) {
        expressions.all(table.children(), scope);
        List<Col> columns =
                table.columns().stream()
                        .map(column -> Col.of(column.colname(), Value.UNKNOWN))
                        .toList();
        return item(table.alias(), "xmltable", columns);
    }

    /// Analyses JSON_TABLE.
    Item json(JsonTable table, Scope scope) {
        expressions.all(table.children(), scope);
        return item(table.alias(), "json_table", null);
    }

    private Item item(@Nullable Alias alias, String otherwise, @Nullable List<Col> columns) {
        String name = alias == null ? otherwise : alias.aliasname();
        return new Item(name, null, alias != null, relations.renamed(columns, alias));
    }
}
