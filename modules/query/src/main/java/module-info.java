import org.jspecify.annotations.NullMarked;

/// What a server would say of a statement, said without one.
///
/// Stage: analysis. Reads the catalogue and PostgreSQL's own parse trees. Neighbours: `report` and
/// `mcp` show its verdicts.
@NullMarked
module dev.dryrun.query {
    requires static org.jspecify;
    requires transitive dev.dryrun.catalog;
    requires transitive dev.dryrun.model;
    requires transitive dev.dryrun.pgquery;

    exports dev.dryrun.query;
}
