import org.jspecify.annotations.NullMarked;

/// `.dryrun/history.db`: every snapshot ever taken, as hash trees over masked documents, in SQLite.
///
/// Stage: history. Neighbours: `masking` makes the only type it stores; `catalog` reads it.
@NullMarked
module dev.dryrun.history {
    requires static org.jspecify;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires transitive dev.dryrun.json;
    requires transitive dev.dryrun.masking;
    requires transitive dev.dryrun.model;

    exports dev.dryrun.history;
}
