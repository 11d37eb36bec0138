package dev.dryrun.history;

import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/// Says in one line what is wrong with a file, and what to do.
record HistoryErrors(Path file) {

    private static final String RESTORE =
            "restore it from a backup or pull it again; else move it away and run: dryrun init";

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
            case SQLITE_BUSY -> unwritable("another process is writing to it", e);
            case SQLITE_READONLY -> unwritable("it is read-only", e);
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                    new HistoryException(
                            ErrorCode.HISTORY_UNWRITABLE,
                            file + " cannot be opened",
                            "check the permissions of the file and of its folder",
                            e);
            case SQLITE_IOERR -> corrupt("cannot be read to its end", e);
            default ->
                    new HistoryException(
                            ErrorCode.INTERNAL,
                            file + ": SQLite says " + code,
                            "run again with --debug and report it",
                            e);
        };
    }
}
