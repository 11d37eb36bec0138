package dev.dryrun.history;

import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.SnapshotInfo;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Says in one line what is wrong with a file, and what to do.
record HistoryErrors(Path file) {

    private static final String RESTORE =
            "restore it from a backup or pull it again; else move it away and run: dryrun init";

    private static final String UPGRADE =
            "run dryrun snapshot list where the file can be written: that brings it up to date";

    /// What a write over a quota or a size limit comes to.
    private static final Set<SQLiteErrorCode> WRITE_FAILURES =
            EnumSet.of(
                    SQLiteErrorCode.SQLITE_IOERR_WRITE,
                    SQLiteErrorCode.SQLITE_IOERR_FSYNC,
                    SQLiteErrorCode.SQLITE_IOERR_DIR_FSYNC,
                    SQLiteErrorCode.SQLITE_IOERR_TRUNCATE,
                    SQLiteErrorCode.SQLITE_IOERR_SHMOPEN,
                    SQLiteErrorCode.SQLITE_IOERR_SHMSIZE,
                    SQLiteErrorCode.SQLITE_IOERR_SHMMAP);

    HistoryException missing() {
        return new HistoryException(
                ErrorCode.HISTORY_MISSING,
                "no snapshot: " + file + " does not exist",
                "capture one with: dryrun init --db URL");
    }

    HistoryException corrupt(String how) {
        return new HistoryException(ErrorCode.HISTORY_CORRUPT, file + " " + how, RESTORE);
    }

    HistoryException corrupt(String how, Throwable cause) {
        return new HistoryException(ErrorCode.HISTORY_CORRUPT, file + " " + how, RESTORE, cause);
    }

    HistoryException unwritable(String why, Throwable cause) {
        return new HistoryException(
                ErrorCode.HISTORY_UNWRITABLE,
                file + " cannot be written: " + why,
                "nothing was changed; mend that and run the command again",
                cause);
    }

    HistoryException deleted(SnapshotInfo snapshot) {
        return new HistoryException(
                ErrorCode.HISTORY_MISSING,
                "the "
                        + snapshot.stream().word()
                        + " snapshot of "
                        + snapshot.takenAt()
                        + " was deleted meanwhile",
                "list what there is with: dryrun snapshot list");
    }

    HistoryException exists() {
        return new HistoryException(
                ErrorCode.HISTORY_UNWRITABLE,
                file + " exists already",
                "name another file, or remove that one");
    }

    HistoryException tooOld(int version, String why) {
        return new HistoryException(
                ErrorCode.HISTORY_TOO_OLD, file + " has format " + version + ", " + why, UPGRADE);
    }

    HistoryException tooNew(int version, int ours) {
        return new HistoryException(
                ErrorCode.HISTORY_TOO_NEW,
                file + " has format " + version + ", this DryRun reads up to " + ours,
                "install a newer DryRun");
    }

    /// {@return what an error of SQLite means for the user}
    ///
    /// @param e as SQLite gave it
    HistoryException of(SQLException e) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
        return switch (code) {
            case SQLITE_NOTADB -> corrupt("is not a SQLite database", e);
            case SQLITE_CORRUPT -> corrupt("is damaged: SQLite cannot read it", e);
            case SQLITE_FULL -> unwritable("no space left on the device", e);
            case SQLITE_BUSY, SQLITE_LOCKED -> unwritable(writing(), e);
            case SQLITE_READONLY -> unwritable("it is read-only", e);
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                    new HistoryException(
                            ErrorCode.HISTORY_UNWRITABLE,
                            file + " cannot be opened",
                            "check the permissions of the file and of its folder",
                            e);
            case SQLITE_IOERR ->
                    isWriteFailure(e)
                            ? unwritable("no space left, or the file may not grow further", e)
                            : corrupt("cannot be read to its end", e);
            default ->
                    new HistoryException(
                            ErrorCode.INTERNAL,
                            file + ": SQLite says " + code,
                            "run again with --debug and report it",
                            e);
        };
    }

    /// The code alone does not say it; the exception's own, longer one does.
    private static boolean isWriteFailure(SQLException e) {
        return e instanceof SQLiteException sqlite
                && WRITE_FAILURES.contains(sqlite.getResultCode());
    }

    private String writing() {
        return new WriterNote(file)
                .holder()
                .map(pid -> "another process is writing to it, number " + pid)
                .orElse("another process is writing to it");
    }
}
