import org.jspecify.annotations.NullMarked;

/// The Model Context Protocol over standard input and output: the messages, the session, the tools,
/// and the root whose main class serves them.
///
/// Stage: last, beside `cli`. It reads the catalogue and never a database: the PostgreSQL driver is
/// not in its graph. Neighbours: `catalog` and `query` answer what the tools are asked.
@NullMarked
module dev.dryrun.mcp {
    requires static org.jspecify;
    requires dev.dryrun.catalog;
    requires dev.dryrun.config;
    requires dev.dryrun.ddl;
    requires dev.dryrun.json;
    requires dev.dryrun.lint;
    requires dev.dryrun.pgquery;
    requires dev.dryrun.plugin;
    requires dev.dryrun.query;
    requires dev.dryrun.report;
    requires transitive dev.dryrun.model;
    requires transitive info.picocli;

    exports dev.dryrun.mcp;
}
