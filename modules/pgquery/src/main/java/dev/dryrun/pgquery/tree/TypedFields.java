package dev.dryrun.pgquery.tree;

import java.util.HashMap;
import java.util.Map;

/// Which fields of which nodes hold a node whose kind the grammar fixes.
///
/// In the tree's JSON a node stands as `{"Kind":{…}}` where any kind may stand, and as bare `{…}`
/// where only one may; `pg_query.proto` says where that is, and a test compares this table with it.
final class TypedFields {

    private static final Map<String, Map<String, String>> KINDS =
            read(
                    """
                    A_Const: ival=Integer fval=Float boolval=Boolean sval=String bsval=BitString
                    AlterDatabaseSetStmt: setstmt=VariableSetStmt
                    AlterDefaultPrivilegesStmt: action=GrantStmt
                    AlterFunctionStmt: func=ObjectWithArgs
                    AlterObjectDependsStmt: relation=RangeVar extname=String
                    AlterObjectSchemaStmt: relation=RangeVar
                    AlterOperatorStmt: opername=ObjectWithArgs
                    AlterOwnerStmt: relation=RangeVar newowner=RoleSpec
                    AlterPolicyStmt: table=RangeVar
                    AlterRoleSetStmt: role=RoleSpec setstmt=VariableSetStmt
                    AlterRoleStmt: role=RoleSpec
                    AlterSeqStmt: sequence=RangeVar
                    AlterSystemStmt: setstmt=VariableSetStmt
                    AlterTableCmd: newowner=RoleSpec
                    AlterTableStmt: relation=RangeVar
                    AlterUserMappingStmt: user=RoleSpec
                    CallStmt: funccall=FuncCall funcexpr=FuncExpr
                    ClusterStmt: relation=RangeVar
                    ColumnDef: typeName=TypeName identitySequence=RangeVar \
                    collClause=CollateClause
                    CommonTableExpr: search_clause=CTESearchClause cycle_clause=CTECycleClause
                    CompositeTypeStmt: typevar=RangeVar
                    Constraint: pktable=RangeVar
                    CopyStmt: relation=RangeVar
                    CreateCastStmt: sourcetype=TypeName targettype=TypeName func=ObjectWithArgs
                    CreateDomainStmt: typeName=TypeName collClause=CollateClause
                    CreateForeignTableStmt: base=CreateStmt
                    CreateFunctionStmt: returnType=TypeName
                    CreateOpClassItem: name=ObjectWithArgs storedtype=TypeName
                    CreateOpClassStmt: datatype=TypeName
                    CreatePolicyStmt: table=RangeVar
                    CreateSchemaStmt: authrole=RoleSpec
                    CreateSeqStmt: sequence=RangeVar
                    CreateStmt: relation=RangeVar partbound=PartitionBoundSpec \
                    partspec=PartitionSpec ofTypename=TypeName
                    CreateTableAsStmt: into=IntoClause
                    CreateTableSpaceStmt: owner=RoleSpec
                    CreateTransformStmt: type_name=TypeName fromsql=ObjectWithArgs \
                    tosql=ObjectWithArgs
                    CreateTrigStmt: relation=RangeVar constrrel=RangeVar
                    CreateUserMappingStmt: user=RoleSpec
                    DeleteStmt: relation=RangeVar returningClause=ReturningClause \
                    withClause=WithClause
                    DropUserMappingStmt: user=RoleSpec
                    FuncCall: over=WindowDef
                    FunctionParameter: argType=TypeName
                    GrantRoleStmt: grantor=RoleSpec
                    GrantStmt: grantor=RoleSpec
                    IndexStmt: relation=RangeVar
                    InsertStmt: relation=RangeVar onConflictClause=OnConflictClause \
                    returningClause=ReturningClause withClause=WithClause
                    IntoClause: rel=RangeVar viewQuery=Query
                    JoinExpr: join_using_alias=Alias alias=Alias
                    JsonAggConstructor: output=JsonOutput over=WindowDef
                    JsonArgument: val=JsonValueExpr
                    JsonArrayAgg: constructor=JsonAggConstructor arg=JsonValueExpr
                    JsonArrayConstructor: output=JsonOutput
                    JsonArrayQueryConstructor: output=JsonOutput format=JsonFormat
                    JsonConstructorExpr: returning=JsonReturning
                    JsonExpr: format=JsonFormat returning=JsonReturning on_empty=JsonBehavior \
                    on_error=JsonBehavior
                    JsonFuncExpr: context_item=JsonValueExpr output=JsonOutput \
                    on_empty=JsonBehavior on_error=JsonBehavior
                    JsonIsPredicate: format=JsonFormat
                    JsonKeyValue: value=JsonValueExpr
                    JsonObjectAgg: constructor=JsonAggConstructor arg=JsonKeyValue
                    JsonObjectConstructor: output=JsonOutput
                    JsonOutput: typeName=TypeName returning=JsonReturning
                    JsonParseExpr: expr=JsonValueExpr output=JsonOutput
                    JsonReturning: format=JsonFormat
                    JsonScalarExpr: output=JsonOutput
                    JsonSerializeExpr: expr=JsonValueExpr output=JsonOutput
                    JsonTable: context_item=JsonValueExpr pathspec=JsonTablePathSpec \
                    on_error=JsonBehavior alias=Alias
                    JsonTableColumn: typeName=TypeName pathspec=JsonTablePathSpec \
                    format=JsonFormat on_empty=JsonBehavior on_error=JsonBehavior
                    JsonTablePathScan: path=JsonTablePath
                    JsonValueExpr: format=JsonFormat
                    MergeStmt: relation=RangeVar returningClause=ReturningClause \
                    withClause=WithClause
                    OnConflictClause: infer=InferClause
                    PLAssignStmt: val=SelectStmt
                    PartitionCmd: name=RangeVar bound=PartitionBoundSpec
                    PublicationObjSpec: pubtable=PublicationTable
                    PublicationTable: relation=RangeVar
                    Query: jointree=FromExpr onConflict=OnConflictExpr
                    RangeFunction: alias=Alias
                    RangeSubselect: alias=Alias
                    RangeTableFunc: alias=Alias
                    RangeTableFuncCol: typeName=TypeName
                    RangeTblEntry: alias=Alias eref=Alias tablesample=TableSampleClause \
                    subquery=Query join_using_alias=Alias tablefunc=TableFunc
                    RangeVar: alias=Alias
                    ReassignOwnedStmt: newrole=RoleSpec
                    RefreshMatViewStmt: relation=RangeVar
                    ReindexStmt: relation=RangeVar
                    RenameStmt: relation=RangeVar
                    RuleStmt: relation=RangeVar
                    SelectStmt: intoClause=IntoClause withClause=WithClause larg=SelectStmt \
                    rarg=SelectStmt
                    TableLikeClause: relation=RangeVar
                    TypeCast: typeName=TypeName
                    UpdateStmt: relation=RangeVar returningClause=ReturningClause \
                    withClause=WithClause
                    VacuumRelation: relation=RangeVar
                    ViewStmt: view=RangeVar
                    XmlSerialize: typeName=TypeName
                    """);

    private TypedFields() {}

    /// {@return the kinds of the nodes that fields hold bare, by field; other fields name the kind
    /// themselves}
    ///
    /// @param parent the kind that has the fields
    static Map<String, String> of(String parent) {
        return KINDS.getOrDefault(parent, Map.of());
    }

    /// {@return all of them: parent, then field, then kind}
    static Map<String, Map<String, String>> all() {
        return KINDS;
    }

    private static Map<String, Map<String, String>> read(String table) {
        Map<String, Map<String, String>> kinds = new HashMap<>();
        table.lines()
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    Map<String, String> fields = new HashMap<>();
                    for (String pair : line.substring(colon + 2).split(" ", -1)) {
                        int equals = pair.indexOf('=');
                        fields.put(pair.substring(0, equals), pair.substring(equals + 1));
                    }
                    kinds.put(line.substring(0, colon), Map.copyOf(fields));
                });
        return Map.copyOf(kinds);
    }
}
