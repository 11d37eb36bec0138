import org.jspecify.annotations.NullMarked;

/// JSON both ways by streaming: values, canonical bytes, the documents of the model, content hashes
/// and the hash tree that a snapshot is.
///
/// Stage: none, like the model that it writes. Neighbours: `history` stores what it makes, `report`
/// and `mcp` speak it.
@NullMarked
module dev.dryrun.json {
    requires static org.jspecify;
    requires tools.jackson.core;
    requires transitive dev.dryrun.model;

    exports dev.dryrun.json;
}
