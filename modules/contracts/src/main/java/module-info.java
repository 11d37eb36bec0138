import org.jspecify.annotations.NullMarked;

/// The contract kits: what a plugin has to pass, as tests that its author runs.
///
/// Never shipped. Neighbours: the modules whose interfaces plugins implement.
@NullMarked
module dev.dryrun.contracts {
    requires static org.jspecify;
    requires dev.dryrun.catalog;
    requires dev.dryrun.history;
    requires dev.dryrun.json;
    requires transitive dev.dryrun.lint;
    requires transitive dev.dryrun.masking;
    requires transitive dev.dryrun.model;
    requires transitive dev.dryrun.store;
    requires transitive org.junit.jupiter.api;

    exports dev.dryrun.contracts;
}
