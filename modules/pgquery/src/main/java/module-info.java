import org.jspecify.annotations.NullMarked;

/// PostgreSQL's own parser, as libpg_query packs it: SQL to a tree, to tokens, to statements, to a
/// normal form and to a fingerprint.
///
/// Stage: none; whoever reads SQL requires it. It is the only module with native access of its own,
/// in three layers of which only the outermost is exported: `binding` names the C functions and
/// structs, `nativeapi` calls them and copies the answers out, and the public package is pure Java.
@NullMarked
module dev.dryrun.pgquery {
    requires static org.jspecify;
    requires transitive dev.dryrun.json;
    requires transitive dev.dryrun.model;

    exports dev.dryrun.pgquery;
    exports dev.dryrun.pgquery.tree;
}
