import org.jspecify.annotations.NullMarked;

/// Writes captured definitions as the SQL that makes them: a whole schema, or one object of it.
///
/// Stage: analyse. Neighbours: any source of definitions before it; dumps, descriptions and
/// rewrites take its statements. It asks no server and reads no file.
@NullMarked
module dev.dryrun.ddl {
    requires static org.jspecify;
    requires transitive dev.dryrun.model;

    exports dev.dryrun.ddl;
}
