import org.jspecify.annotations.NullMarked;

/// What a plan says about its query, and which index would help: EXPLAIN output read into a tree,
/// held against the captured schema, statistics and activity.
///
/// Stage: analysis. Reads the catalogue, EXPLAIN's own words and PostgreSQL's own parse trees of
/// the expressions in them. Neighbours: `query` reads statements and says what their names stand
/// for; `report` shows what it advises.
@NullMarked
module dev.dryrun.advise {
    requires static org.jspecify;
    requires transitive dev.dryrun.catalog;
    requires transitive dev.dryrun.json;
    requires transitive dev.dryrun.model;
    requires transitive dev.dryrun.pgquery;
    requires transitive dev.dryrun.query;

    exports dev.dryrun.advise;
}
