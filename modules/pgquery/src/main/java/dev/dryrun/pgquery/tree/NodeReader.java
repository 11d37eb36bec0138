package dev.dryrun.pgquery.tree;

import dev.dryrun.json.JsonObject;

/// Makes nodes of libpg_query's JSON. Recurses as deep as it nests, which the parser limits.
final class NodeReader {

    private NodeReader() {}

    static Node read(String tag, JsonObject json) {
        NodeFields fields = new NodeFields(tag, json);
        Node node = statement(tag, fields);
        // A field that another version of the library has, and its record has not.
        return fields.allRead() || node instanceof OtherNode ? node : OtherNode.read(tag, fields);
    }

    private static Node statement(String tag, NodeFields fields) {
        return switch (tag) {
            case "AlterObjectSchemaStmt" -> AlterObjectSchemaStmt.read(fields);
            case "AlterTableStmt" -> AlterTableStmt.read(fields);
            case "CopyStmt" -> CopyStmt.read(fields);
            case "CreateDomainStmt" -> CreateDomainStmt.read(fields);
            case "CreateEnumStmt" -> CreateEnumStmt.read(fields);
            case "CreateForeignTableStmt" -> CreateForeignTableStmt.read(fields);
            case "CreateFunctionStmt" -> CreateFunctionStmt.read(fields);
            case "CreateStmt" -> CreateStmt.read(fields);
            case "CreateTableAsStmt" -> CreateTableAsStmt.read(fields);
            case "DeclareCursorStmt" -> DeclareCursorStmt.read(fields);
            case "DeleteStmt" -> DeleteStmt.read(fields);
            case "DoStmt" -> DoStmt.read(fields);
            case "ExplainStmt" -> ExplainStmt.read(fields);
            case "InsertStmt" -> InsertStmt.read(fields);
            case "MergeStmt" -> MergeStmt.read(fields);
            case "PrepareStmt" -> PrepareStmt.read(fields);
            case "RenameStmt" -> RenameStmt.read(fields);
            case "SelectStmt" -> SelectStmt.read(fields);
            case "TransactionStmt" -> TransactionStmt.read(fields);
            case "UpdateStmt" -> UpdateStmt.read(fields);
            case "VariableSetStmt" -> VariableSetStmt.read(fields);
            case "ViewStmt" -> ViewStmt.read(fields);
            default -> expression(tag, fields);
        };
    }

    private static Node expression(String tag, NodeFields fields) {
        return switch (tag) {
            case "A_ArrayExpr" -> AArrayExpr.read(fields);
            case "A_Const" -> AConst.read(fields);
            case "A_Expr" -> AExpr.read(fields);
            case "A_Indices" -> AIndices.read(fields);
            case "A_Indirection" -> AIndirection.read(fields);
            case "A_Star" -> AStar.read(fields);
            case "BitString" -> BitStringNode.read(fields);
            case "Boolean" -> BooleanNode.read(fields);
            case "BooleanTest" -> BooleanTest.read(fields);
            case "BoolExpr" -> BoolExpr.read(fields);
            case "CaseExpr" -> CaseExpr.read(fields);
            case "CaseWhen" -> CaseWhen.read(fields);
            case "CoalesceExpr" -> CoalesceExpr.read(fields);
            case "CollateClause" -> CollateClause.read(fields);
            case "ColumnRef" -> ColumnRef.read(fields);
            case "Float" -> FloatNode.read(fields);
            case "FuncCall" -> FuncCall.read(fields);
            case "GroupingFunc" -> GroupingFunc.read(fields);
            case "Integer" -> IntegerNode.read(fields);
            case "JsonArrayAgg" -> JsonArrayAgg.read(fields);
            case "JsonObjectAgg" -> JsonObjectAgg.read(fields);
            case "List" -> ListNode.read(fields);
            case "MinMaxExpr" -> MinMaxExpr.read(fields);
            case "MultiAssignRef" -> MultiAssignRef.read(fields);
            case "NamedArgExpr" -> NamedArgExpr.read(fields);
            case "NullTest" -> NullTest.read(fields);
            case "ParamRef" -> ParamRef.read(fields);
            case "RowExpr" -> RowExpr.read(fields);
            case "SetToDefault" -> SetToDefault.read(fields);
            case "SQLValueFunction" -> SQLValueFunction.read(fields);
            case "String" -> StringNode.read(fields);
            case "SubLink" -> SubLink.read(fields);
            case "TypeCast" -> TypeCast.read(fields);
            case "TypeName" -> TypeName.read(fields);
            default -> clause(tag, fields);
        };
    }

    private static Node clause(String tag, NodeFields fields) {
        return switch (tag) {
            case "Alias" -> Alias.read(fields);
            case "AlterTableCmd" -> AlterTableCmd.read(fields);
            case "ColumnDef" -> ColumnDef.read(fields);
            case "CommonTableExpr" -> CommonTableExpr.read(fields);
            case "CTECycleClause" -> CTECycleClause.read(fields);
            case "CTESearchClause" -> CTESearchClause.read(fields);
            case "DefElem" -> DefElem.read(fields);
            case "GroupingSet" -> GroupingSet.read(fields);
            case "IndexElem" -> IndexElem.read(fields);
            case "InferClause" -> InferClause.read(fields);
            case "IntoClause" -> IntoClause.read(fields);
            case "JoinExpr" -> JoinExpr.read(fields);
            case "JsonTable" -> JsonTable.read(fields);
            case "LockingClause" -> LockingClause.read(fields);
            case "MergeWhenClause" -> MergeWhenClause.read(fields);
            case "OnConflictClause" -> OnConflictClause.read(fields);
            case "RangeFunction" -> RangeFunction.read(fields);
            case "RangeSubselect" -> RangeSubselect.read(fields);
            case "RangeTableFunc" -> RangeTableFunc.read(fields);
            case "RangeTableFuncCol" -> RangeTableFuncCol.read(fields);
            case "RangeTableSample" -> RangeTableSample.read(fields);
            case "RangeVar" -> RangeVar.read(fields);
            case "ResTarget" -> ResTarget.read(fields);
            case "ReturningClause" -> ReturningClause.read(fields);
            case "ReturningOption" -> ReturningOption.read(fields);
            case "SortBy" -> SortBy.read(fields);
            case "WindowDef" -> WindowDef.read(fields);
            case "WithClause" -> WithClause.read(fields);
            default -> OtherNode.read(tag, fields);
        };
    }
}
