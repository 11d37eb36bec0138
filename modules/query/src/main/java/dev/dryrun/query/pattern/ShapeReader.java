package dev.dryrun.query.pattern;

import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.query.pattern.Level.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes a statement apart, once for all rules. Recurses as deep as the statement nests, which the
/// parser limits.
final class ShapeReader {

    private final Meanings meanings;
    private final List<Level> levels = new ArrayList<>();
    private final List<Node> operations = new ArrayList<>();
    private final List<Node> refusals = new ArrayList<>();
    private final List<Node> references = new ArrayList<>();

    private ShapeReader(Meanings meanings) {
        this.meanings = meanings;
    }

    static Shape read(Node statement, Meanings meanings) {
        ShapeReader reader = new ShapeReader(meanings);
        reader.statement(statement, Role.RESULT);
        return new Shape(reader.levels, reader.operations, reader.refusals);
    }

    private void statement(Node statement, Role role) {
        switch (statement.kind()) {
            case "SelectStmt", "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt" ->
                    query(statement, role, false);
            case "ExplainStmt", "PrepareStmt" -> carried(statement, role);
            case "DeclareCursorStmt", "CreateTableAsStmt", "ViewStmt", "CopyStmt" ->
                    carried(statement, Role.STORED);
            default -> {}
        }
    }

    private void carried(Node statement, Role role) {
        Node query = statement.child("query");
        if (query != null) {
            statement(query, role);
        }
    }

    private void query(Node query, Role role, boolean limited) {
        with(query);
        boolean bounded = limited || query.child("limitCount") != null;
        Node left = query.child("larg");
        Node right = query.child("rarg");
        if (left != null && right != null) {
            // Of any other operation, rows of either side may not come out of it.
            boolean all = "SETOP_UNION".equals(query.text("op")) && query.flag("all");
            Role its = all ? role : Role.TABLE;
            query(left, its, bounded);
            query(right, its, bounded);
            expressions(query.children("sortClause"));
            return;
        }
        if (query.kind().equals("InsertStmt")) {
            insert(query);
            return;
        }
        boolean stored = role == Role.RESULT && query.child("intoClause") != null;
        Level level = new Level(query, stored ? Role.STORED : role, bounded);
        levels.add(level);
        Node target = query.child("relation");
        if (target != null) {
            level.sources().add(new Source(target, meanings.item(target)));
        }
        Node merged = query.child("sourceRelation");
        if (merged != null) {
            from(level, merged);
        }
        query.children("fromClause").forEach(item -> from(level, item));
        query.children("usingClause").forEach(item -> from(level, item));
        conditions(level, query.child("whereClause"));
        conditions(level, query.child("joinCondition"));
        rest(query);
    }

    private void insert(Node insert) {
        Node select = insert.child("selectStmt");
        if (select != null) {
            query(select, Role.STORED, false);
        }
        expressions(insert.children("onConflictClause"));
        expressions(insert.children("returningList"));
        expressions(insert.children("returningClause"));
    }

    private void with(Node query) {
        Node with = query.child("withClause");
        for (Node cte : with == null ? List.<Node>of() : with.children("ctes")) {
            Node inner = cte.child("ctequery");
            if (inner != null) {
                query(inner, Role.TABLE, false);
            }
        }
    }

    /// What no rule takes for a condition of this level.
    private void rest(Node query) {
        for (String field :
                List.of(
                        "targetList",
                        "havingClause",
                        "groupClause",
                        "sortClause",
                        "distinctClause",
                        "windowClause",
                        "valuesLists",
                        "mergeWhenClauses",
                        "returningList",
                        "returningClause",
                        "limitOffset",
                        "limitCount")) {
            expressions(query.children(field));
        }
    }

    private void from(Level level, Node item) {
        switch (item.kind()) {
            case "JoinExpr" -> join(level, item);
            case "RangeTableSample" -> {
                level.sample();
                Node sampled = item.child("relation");
                if (sampled != null) {
                    from(level, sampled);
                }
            }
            case "RangeSubselect" -> {
                level.sources().add(new Source(item, meanings.item(item)));
                Node query = item.child("subquery");
                if (query != null) {
                    query(query, Role.TABLE, false);
                }
            }
            default -> {
                level.sources().add(new Source(item, meanings.item(item)));
                if (!item.kind().equals("RangeVar")) {
                    expressions(item.children());
                }
            }
        }
    }

    private void join(Level level, Node join) {
        int before = level.sources().size();
        for (String side : List.of("larg", "rarg")) {
            Node item = join.child(side);
            if (item != null) {
                from(level, item);
            }
        }
        List<Source> both = List.copyOf(level.sources().subList(before, level.sources().size()));
        Node condition = join.child("quals");
        if (condition != null && !isTrue(condition)) {
            conditions(level, condition);
        } else if (condition != null
                || (join.children("usingClause").isEmpty() && !join.flag("isNatural"))) {
            level.crossed().add(both);
        } else {
            List<FromItem> items = new ArrayList<>();
            both.forEach(source -> {
                FromItem its = source.item();
                if (its != null) {
                    items.add(its);
                }
            });
            level.conditions().add(Condition.sharing(join, items));
        }
    }

    static boolean isTrue(Node condition) {
        Node value = condition.kind().equals("A_Const") ? condition.child("boolval") : null;
        return value != null && value.flag("boolval");
    }

    private void conditions(Level level, @Nullable Node condition) {
        if (condition == null) {
            return;
        }
        if (condition.kind().equals("BoolExpr") && "AND_EXPR".equals(condition.text("boolop"))) {
            condition.children("args").forEach(part -> conditions(level, part));
            return;
        }
        int before = references.size();
        expression(condition);
        List<Node> its = references.subList(before, references.size());
        level.conditions().add(Condition.of(condition, its));
    }

    private void expressions(List<Node> expressions) {
        expressions.forEach(this::expression);
    }

    private void expression(Node expression) {
        switch (expression.kind()) {
            case "SelectStmt", "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt" ->
                    query(expression, Role.VALUE, false);
            case "SubLink" -> link(expression);
            case "A_Expr" -> {
                operations.add(expression);
                expressions(expression.children());
            }
            case "BoolExpr" -> {
                if ("NOT_EXPR".equals(expression.text("boolop"))) {
                    refusals.addAll(expression.children("args"));
                }
                expressions(expression.children("args"));
            }
            case "ColumnRef" -> references.add(expression);
            case "A_Const", "ParamRef", "TypeName", "String" -> {}
            default -> expressions(expression.children());
        }
    }

    private void link(Node link) {
        expressions(link.children("testexpr"));
        if ("ALL_SUBLINK".equals(link.text("subLinkType"))) {
            refusals.add(link);
        }
        Node query = link.child("subselect");
        if (query != null) {
            boolean exists = "EXISTS_SUBLINK".equals(link.text("subLinkType"));
            query(query, exists ? Role.EXISTS : Role.VALUE, false);
        }
    }
}
