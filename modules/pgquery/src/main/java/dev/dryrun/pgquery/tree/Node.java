package dev.dryrun.pgquery.tree;

import dev.dryrun.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of PostgreSQL's raw parse tree, such as a [SelectStmt], a [RangeVar] or a [ColumnRef].
///
/// Kinds and fields have the names of PostgreSQL's `parsenodes.h`, in Java's spelling: `A_Expr` is
/// [AExpr], `agg_filter` is `aggFilter`. What a text leaves out is an empty list, false, 0 or null;
/// what is not marked as nullable is always there. Every kind that the grammar makes and that has
/// no record of its own is an [OtherNode]: nothing of a text is dropped.
///
/// Immutable: any thread may use it. Nodes are equal when all that is below them is, so a map by
/// nodes wants to be one by identity.
public sealed interface Node
        permits AArrayExpr,
                AConst,
                AExpr,
                AIndices,
                AIndirection,
                AStar,
                Alias,
                AlterObjectSchemaStmt,
                AlterTableCmd,
                AlterTableStmt,
                BitStringNode,
                BoolExpr,
                BooleanNode,
                BooleanTest,
                CTECycleClause,
                CTESearchClause,
                CaseExpr,
                CaseWhen,
                CoalesceExpr,
                CollateClause,
                ColumnDef,
                ColumnRef,
                CommonTableExpr,
                CopyStmt,
                CreateDomainStmt,
                CreateEnumStmt,
                CreateForeignTableStmt,
                CreateFunctionStmt,
                CreateStmt,
                CreateTableAsStmt,
                DeclareCursorStmt,
                DefElem,
                DeleteStmt,
                DoStmt,
                ExplainStmt,
                FloatNode,
                FuncCall,
                GroupingFunc,
                GroupingSet,
                IndexElem,
                InferClause,
                InsertStmt,
                IntegerNode,
                IntoClause,
                JoinExpr,
                JsonArrayAgg,
                JsonObjectAgg,
                JsonTable,
                ListNode,
                LockingClause,
                MergeStmt,
                MergeWhenClause,
                MinMaxExpr,
                MultiAssignRef,
                NamedArgExpr,
                Nil,
                NullTest,
                OnConflictClause,
                OtherNode,
                ParamRef,
                PrepareStmt,
                RangeFunction,
                RangeSubselect,
                RangeTableFunc,
                RangeTableFuncCol,
                RangeTableSample,
                RangeVar,
                RenameStmt,
                ResTarget,
                ReturningClause,
                ReturningOption,
                RowExpr,
                SQLValueFunction,
                SelectStmt,
                SetToDefault,
                SortBy,
                StringNode,
                SubLink,
                TransactionStmt,
                TypeCast,
                TypeName,
                UpdateStmt,
                VariableSetStmt,
                ViewStmt,
                WindowDef,
                WithClause {

    /// {@return a node as libpg_query writes it}
    ///
    /// @param tag its kind, in PostgreSQL's spelling, such as `A_Expr`
    /// @param json its fields, without the kind around them
    /// @throws IllegalStateException when it is none of the grammar's
    static Node of(String tag, JsonObject json) {
        return NodeReader.read(tag, json);
    }

    /// {@return its kind, in PostgreSQL's spelling, such as `A_Expr`}
    String tag();

    /// {@return where the node begins, in bytes from the start of the text; 0 also for the kinds
    /// that have no place, -1 where the parser made the node up}
    default int location() {
        return 0;
    }

    /// {@return all that it holds but places, in the order of the grammar's fields: nodes, lists of
    /// nodes, texts, numbers, flags, constants; null for what is not there}
    List<@Nullable Object> parts();

    /// {@return all nodes right below this one, in the order of the fields}
    default List<Node> children() {
        List<Node> children = new ArrayList<>();
        for (Object value : parts()) {
            if (value instanceof Node node) {
                children.add(node);
            } else if (value instanceof List<?> list) {
                for (Object item : list) {
                    if (item instanceof Node node && !(item instanceof Nil)) {
                        children.add(node);
                    }
                }
            }
        }
        return children;
    }

    /// {@return this node, if it is of the kind, and all of the kind below it, in the order in
    /// which [#walk] meets them}
    ///
    /// @param kind such as `RangeVar.class`
    /// @param <N> the kind
    default <N extends Node> List<N> find(Class<N> kind) {
        List<N> found = new ArrayList<>();
        walk(node -> {
            if (kind.isInstance(node)) {
                found.add(kind.cast(node));
            }
            return true;
        });
        return found;
    }

    /// Shows this node and all below it. Does not recurse, so no depth exhausts the stack.
    ///
    /// @param visitor sees each node
    default void walk(NodeVisitor visitor) {
        TreeWalk.walk(this, visitor);
    }
}
