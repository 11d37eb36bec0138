import org.jspecify.annotations.NullMarked;

/// `dryrun.toml` read into records: project, profiles, nodes, remotes and conventions; and the file
/// that `dryrun init` writes.
///
/// Stage: none; it says where the stages find their input and is handed to the roots. It never
/// reads the environment by itself. Neighbours: `cli`, `dba` and `mcp` open the project and pass
/// its parts on.
@NullMarked
module dev.dryrun.config {
    requires static org.jspecify;
    requires org.tomlj;
    requires transitive dev.dryrun.model;

    exports dev.dryrun.config;
}
