package dev.dryrun.query.pattern;

import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.BoolExpr;
import dev.dryrun.pgquery.tree.BoolExprType;
import dev.dryrun.pgquery.tree.BooleanNode;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.CopyStmt;
import dev.dryrun.pgquery.tree.CreateTableAsStmt;
import dev.dryrun.pgquery.tree.DeclareCursorStmt;
import dev.dryrun.pgquery.tree.DeleteStmt;
import dev.dryrun.pgquery.tree.ExplainStmt;
import dev.dryrun.pgquery.tree.InsertStmt;
import dev.dryrun.pgquery.tree.JoinExpr;
import dev.dryrun.pgquery.tree.MergeStmt;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.ParamRef;
import dev.dryrun.pgquery.tree.PrepareStmt;
import dev.dryrun.pgquery.tree.RangeSubselect;
import dev.dryrun.pgquery.tree.RangeTableSample;
import dev.dryrun.pgquery.tree.RangeVar;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.SetOperation;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.SubLink;
import dev.dryrun.pgquery.tree.SubLinkType;
import dev.dryrun.pgquery.tree.TypeName;
import dev.dryrun.pgquery.tree.UpdateStmt;
import dev.dryrun.pgquery.tree.ViewStmt;
import dev.dryrun.pgquery.tree.WithClause;
import dev.dryrun.query.pattern.Level.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes a statement apart, once for all rules. Recurses as deep as the statement nests, which the
/// parser limits.
final class ShapeReader {

    private final Meanings meanings;
    private final List<Level> levels = new ArrayList<>();
    private final List<AExpr> operations = new ArrayList<>();
    private final List<SubLink> refusals = new ArrayList<>();
    private final List<ColumnRef> references = new ArrayList<>();

    private ShapeReader(Meanings meanings) {
        this.meanings = meanings;
    }

    static Shape read(Node statement, Meanings meanings) {
        ShapeReader reader = new ShapeReader(meanings);
        reader.statement(statement, Role.RESULT);
        return new Shape(reader.levels, reader.operations, reader.refusals);
    }

    private void statement(Node statement, Role role) {
        switch (statement) {
            case SelectStmt select -> select(select, role, false);
            case InsertStmt insert -> insert(insert);
            case UpdateStmt update -> update(update, role);
            case DeleteStmt delete -> delete(delete, role);
            case MergeStmt merge -> merge(merge, role);
            default -> utility(statement, role);
        }
    }

    /// A statement that is not planned may carry one that is.
    private void utility(Node statement, Role role) {
        switch (statement) {
            case ExplainStmt explain -> statement(explain.query(), role);
            case PrepareStmt prepare -> statement(prepare.query(), role);
            case DeclareCursorStmt cursor -> statement(cursor.query(), Role.STORED);
            case CreateTableAsStmt create -> statement(create.query(), Role.STORED);
            case ViewStmt view -> statement(view.query(), Role.STORED);
            case CopyStmt copy -> {
                Node query = copy.query();
                if (query != null) {
                    statement(query, Role.STORED);
                }
            }
            default -> {}
        }
    }

    private void select(SelectStmt select, Role role, boolean limited) {
        with(select.withClause());
        boolean bounded = limited || select.limitCount() != null;
        SelectStmt left = select.larg();
        SelectStmt right = select.rarg();
        if (left != null && right != null) {
            // Of any other operation, rows of either side may not come out of it.
            boolean all = select.op() == SetOperation.SETOP_UNION && select.all();
            Role its = all ? role : Role.TABLE;
            select(left, its, bounded);
            select(right, its, bounded);
            expressions(select.sortClause());
            return;
        }
        boolean stored = role == Role.RESULT && select.intoClause() != null;
        Level level = new Level(select, stored ? Role.STORED : role, bounded);
        levels.add(level);
        select.fromClause().forEach(item -> from(level, item));
        conditions(level, select.whereClause());
        // In what follows, no rule takes anything for a condition of this level.
        expressions(select.targetList());
        expression(select.havingClause());
        expressions(select.groupClause());
        expressions(select.sortClause());
        expressions(select.distinctClause());
        expressions(select.windowClause());
        expressions(select.valuesLists());
        expression(select.limitOffset());
        expression(select.limitCount());
    }

    private void insert(InsertStmt insert) {
        with(insert.withClause());
        if (insert.selectStmt() instanceof SelectStmt select) {
            select(select, Role.STORED, false);
        }
        expression(insert.onConflictClause());
        expression(insert.returningClause());
    }

    private void update(UpdateStmt update, Role role) {
        with(update.withClause());
        Level level = write(update, role, update.relation());
        update.fromClause().forEach(item -> from(level, item));
        conditions(level, update.whereClause());
        expressions(update.targetList());
        expression(update.returningClause());
    }

    private void delete(DeleteStmt delete, Role role) {
        with(delete.withClause());
        Level level = write(delete, role, delete.relation());
        delete.usingClause().forEach(item -> from(level, item));
        conditions(level, delete.whereClause());
        expression(delete.returningClause());
    }

    private void merge(MergeStmt merge, Role role) {
        with(merge.withClause());
        Level level = write(merge, role, merge.relation());
        from(level, merge.sourceRelation());
        conditions(level, merge.joinCondition());
        expressions(merge.mergeWhenClauses());
        expression(merge.returningClause());
    }

    private Level write(Node statement, Role role, RangeVar target) {
        Level level = new Level(statement, role, false);
        levels.add(level);
        level.sources().add(source(target));
        return level;
    }

    private void with(@Nullable WithClause with) {
        if (with != null) {
            with.ctes().forEach(cte -> statement(cte.ctequery(), Role.TABLE));
        }
    }

    private Source source(Node part) {
        return new Source(part, meanings.item(part));
    }

    private void from(Level level, Node item) {
        switch (item) {
            case JoinExpr join -> join(level, join);
            case RangeTableSample sample -> {
                level.sample();
                from(level, sample.relation());
            }
            case RangeSubselect part -> {
                level.sources().add(source(part));
                statement(part.subquery(), Role.TABLE);
            }
            case RangeVar named -> level.sources().add(source(named));
            default -> {
                level.sources().add(source(item));
                expressions(item.children());
            }
        }
    }

    private void join(Level level, JoinExpr join) {
        int before = level.sources().size();
        from(level, join.larg());
        from(level, join.rarg());
        List<Source> both = List.copyOf(level.sources().subList(before, level.sources().size()));
        Node condition = join.quals();
        if (condition != null && !isTrue(condition)) {
            conditions(level, condition);
        } else if (condition != null || (join.usingClause().isEmpty() && !join.isNatural())) {
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

    private static boolean isTrue(Node condition) {
        return condition instanceof AConst constant
                && constant.val() instanceof BooleanNode(boolean value)
                && value;
    }

    private void conditions(Level level, @Nullable Node condition) {
        if (condition == null) {
            return;
        }
        if (condition instanceof BoolExpr all && all.boolop() == BoolExprType.AND_EXPR) {
            all.args().forEach(part -> conditions(level, part));
            return;
        }
        int before = references.size();
        expression(condition);
        List<ColumnRef> its = references.subList(before, references.size());
        level.conditions().add(Condition.of(condition, its));
    }

    private void expressions(List<? extends Node> expressions) {
        expressions.forEach(this::expression);
    }

    private void expression(@Nullable Node expression) {
        switch (expression) {
            case null -> {}
            case SelectStmt _, InsertStmt _, UpdateStmt _, DeleteStmt _, MergeStmt _ ->
                    statement(expression, Role.VALUE);
            case SubLink link -> link(link);
            case AExpr operation -> {
                operations.add(operation);
                expressions(operation.children());
            }
            case BoolExpr combined -> {
                if (combined.boolop() == BoolExprType.NOT_EXPR) {
                    refused(combined.args());
                }
                expressions(combined.args());
            }
            case ColumnRef reference -> references.add(reference);
            case AConst _, ParamRef _, TypeName _, StringNode _ -> {}
            default -> expressions(expression.children());
        }
    }

    private void refused(List<Node> conditions) {
        for (Node condition : conditions) {
            if (condition instanceof SubLink link) {
                refusals.add(link);
            }
        }
    }

    private void link(SubLink link) {
        expression(link.testexpr());
        if (link.subLinkType() == SubLinkType.ALL_SUBLINK) {
            refusals.add(link);
        }
        boolean exists = link.subLinkType() == SubLinkType.EXISTS_SUBLINK;
        statement(link.subselect(), exists ? Role.EXISTS : Role.VALUE);
    }
}
