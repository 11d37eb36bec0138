import org.jspecify.annotations.NullMarked;

/// Writes captured planner statistics into a development database. The only module that writes to a
/// server.
///
/// Stage: beside present. Neighbours: `catalog` holds what it writes; only `dba` may require it,
/// and hands it a connection.
@NullMarked
module dev.dryrun.apply {
    requires static org.jspecify;
    requires transitive dev.dryrun.catalog;
    requires transitive dev.dryrun.model;
    requires transitive java.sql;

    exports dev.dryrun.apply;
}
