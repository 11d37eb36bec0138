import org.jspecify.annotations.NullMarked;

/// The read stage: one database as its newest snapshots describe it, looked at object by object.
///
/// Stage: catalog. Neighbours: `history` holds what it reads; every analysis looks at it and at
/// nothing else.
@NullMarked
module dev.dryrun.catalog {
    requires static org.jspecify;
    requires dev.dryrun.history;
    requires transitive dev.dryrun.model;

    exports dev.dryrun.catalog;
}
