package dev.dryrun.query;

import dev.dryrun.pgquery.tree.Node;
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

    /// Analyses a `RangeFunction`.
    Item function(Node range, Scope scope) {
        Node alias = range.child("alias");
        List<Node> lists = range.children("functions");
        List<Col> columns = new ArrayList<>();
        boolean known = true;
        String name = alias == null ? null : alias.text("aliasname");
        String first = null;
        for (Node list : lists) {
            List<Node> parts = list.children("items");
            if (parts.isEmpty()) {
                known = false;
                continue;
            }
            Node call = parts.getFirst();
            first = first == null ? Figured.name(call) : first;
            if (isUnnest(call)) {
                boolean alone = lists.size() == 1 && call.children("args").size() == 1;
                List<Col> elements = elements(call, alone ? name : null, scope);
                known &= elements != null;
                columns.addAll(elements == null ? List.of() : elements);
                continue;
            }
            Value given = expressions.value(call, scope);
            List<Node> defined = parts.size() > 1 ? parts.get(1).children("items") : List.of();
            List<Col> its = defined(defined.isEmpty() ? range.children("coldeflist") : defined);
            expressions.all(types(range, defined), scope);
            if (its.isEmpty()) {
                its = returned(call, given, lists.size() == 1 ? name : null);
            }
            known &= its != null;
            columns.addAll(its == null ? List.of() : its);
        }
        if (range.flag("ordinality")) {
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

    private static boolean isUnnest(Node call) {
        return call.kind().equals("FuncCall") && call.names("funcname").getLast().equals("unnest");
    }

    /// The server makes one call of each argument. An array of rows would give the columns of
    /// these.
    private @Nullable List<Col> elements(Node call, @Nullable String alias, Scope scope) {
        if (call.children("args").size() == 1) {
            expressions.value(call, scope);
        }
        List<Col> columns = new ArrayList<>();
        boolean known = true;
        for (Value array : expressions.all(call.children("args"), scope)) {
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

    private static List<Node> types(Node range, List<Node> defined) {
        List<Node> types = new ArrayList<>();
        List<Node> all = new ArrayList<>(defined);
        all.addAll(range.children("coldeflist"));
        for (Node column : all) {
            Node type = column.child("typeName");
            if (type != null) {
                types.add(type);
            }
        }
        return types;
    }

    private static List<Col> defined(List<Node> columns) {
        return columns.stream()
                .map(column -> Col.of(column.text("colname"), Value.UNKNOWN))
                .toList();
    }

    private @Nullable List<Col> returned(Node call, Value given, @Nullable String alias) {
        if (call.kind().equals("SQLValueFunction")) {
            return List.of(Col.of(alias == null ? Figured.name(call) : alias, given));
        }
        if (!call.kind().equals("FuncCall")) {
            return null;
        }
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
            Signature signature, Node call, Value given, @Nullable String alias) {
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
        List<String> names = call.names("funcname");
        String name = alias == null ? (names.isEmpty() ? null : names.getLast()) : alias;
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

    /// Analyses XMLTABLE and JSON_TABLE.
    Item table(Node node, Scope scope) {
        expressions.all(node.children(), scope);
        Node alias = node.child("alias");
        String name =
                alias != null
                        ? alias.text("aliasname")
                        : node.kind().equals("RangeTableFunc") ? "xmltable" : "json_table";
        List<Col> columns = null;
        if (node.kind().equals("RangeTableFunc")) {
            columns = defined(node.children("columns"));
        }
        return new Item(name, null, alias != null, relations.renamed(columns, alias));
    }
}
