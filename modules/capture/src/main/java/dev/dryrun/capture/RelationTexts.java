package dev.dryrun.capture;

import java.sql.Connection;
import java.sql.SQLException;

/// All that was deparsed of relations, and who makes their parts of it.
///
/// @param columns defaults and generation expressions
/// @param partitionKeys of partitioned tables, strategy first
/// @param partitionBounds of partitions
/// @param views their queries
/// @param constraints makes constraints
/// @param indexes makes indexes
/// @param parts makes triggers, rules, policies, extended statistics objects
record RelationTexts(
        Deparsed<String> columns,
        Deparsed<String> partitionKeys,
        Deparsed<String> partitionBounds,
        Deparsed<String> views,
        ConstraintReader constraints,
        IndexReader indexes,
        PartsReader parts) {

    static RelationTexts read(Connection connection, Deparser deparser) throws SQLException {
        return new RelationTexts(
                deparser.texts("column_expressions"),
                deparser.texts("partition_keys"),
                deparser.texts("partition_bounds"),
                deparser.texts("view_definitions"),
                new ConstraintReader(deparser.texts("constraint_expressions")),
                IndexReader.open(connection, deparser),
                PartsReader.open(deparser));
    }
}
