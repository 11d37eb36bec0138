import org.jspecify.annotations.NullMarked;

/// Reads a server's catalogues in one read-only snapshot; nothing here writes. Opens connections
/// for `dba`.
///
/// Stage: capture. Neighbours: `masking` takes what it reads; only `dba` may require it, because it
/// requires the PostgreSQL driver.
@NullMarked
module dev.dryrun.capture {
    requires static org.jspecify;
    requires org.postgresql.jdbc;
    requires transitive dev.dryrun.model;
    requires transitive java.sql;

    exports dev.dryrun.capture;
}
