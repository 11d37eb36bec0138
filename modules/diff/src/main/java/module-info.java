import org.jspecify.annotations.NullMarked;

/// What differs between two snapshots of a stream, and how far a database is from what was
/// captured.
///
/// Stage: analyse. Neighbours: `history` hands it the documents that differ and no others; `report`
/// shows what it finds.
@NullMarked
module dev.dryrun.diff {
    requires static org.jspecify;
    requires dev.dryrun.json;
    requires transitive dev.dryrun.history;
    requires transitive dev.dryrun.model;

    exports dev.dryrun.diff;
}
