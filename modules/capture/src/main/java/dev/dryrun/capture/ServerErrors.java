package dev.dryrun.capture;

import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import java.sql.SQLException;

/// Says in one line what the server or the driver refused, and what to do.
///
/// The driver's own text is never passed on: it may repeat what it was given.
///
/// @param target what was connected to
record ServerErrors(ConnectionTarget target) {

    CaptureException connecting(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return switch (state) {
            case "28P01" ->
                    new CaptureException(
                            ErrorCode.AUTHENTICATION_FAILED,
                            "the server at "
                                    + target.address()
                                    + " refused the password of \""
                                    + target.user()
                                    + "\"",
                            "check the user and the password of the connection URL, or PGPASSWORD",
                            e);
            case "28000" ->
                    new CaptureException(
                            ErrorCode.AUTHENTICATION_FAILED,
                            "the server at "
                                    + target.address()
                                    + " does not let \""
                                    + target.user()
                                    + "\" in",
                            "check that the role exists, may log in, and is allowed by pg_hba.conf",
                            e);
            case "08004" ->
                    new CaptureException(
                            ErrorCode.AUTHENTICATION_FAILED,
                            "the server at "
                                    + target.address()
                                    + " wants a password for \""
                                    + target.user()
                                    + "\", and none was given",
                            "set PGPASSWORD, or put the password into DATABASE_URL",
                            e);
            case "3D000" ->
                    new CaptureException(
                            ErrorCode.DATABASE_MISSING,
                            "the server at "
                                    + target.address()
                                    + " has no database \""
                                    + target.database()
                                    + "\"",
                            "check the last part of the connection URL, or PGDATABASE",
                            e);
            case "08001", "08006" ->
                    new CaptureException(
                            ErrorCode.SERVER_UNREACHABLE,
                            "no PostgreSQL server answers at " + target.address(),
                            "check the host, the port, and that the server is running",
                            e);
            default ->
                    new CaptureException(
                            ErrorCode.SERVER_UNREACHABLE,
                            "the server at "
                                    + target.address()
                                    + " refused the connection"
                                    + " (SQLSTATE "
                                    + state
                                    + ")",
                            "look up the SQLSTATE, or run again with --debug",
                            e);
        };
    }

    CaptureException capturing(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return switch (state) {
            case "55P03" ->
                    failed(
                            "a table is locked by somebody, and the lock timeout ran out",
                            "capture again when that has ended, or raise --lock-timeout",
                            e);
            case "57014" ->
                    failed(
                            "a query of the capture was cancelled or took too long",
                            "raise --statement-timeout, or capture when the server is less busy",
                            e);
            case "42501" ->
                    failed(
                            "the role \"" + target.user() + "\" may not read the catalogues",
                            "let the database's owner run dryrun-readonly-role.sql",
                            e);
            default ->
                    failed(
                            "the server ended the capture (SQLSTATE " + state + ")",
                            "look up the SQLSTATE, or run again with --debug",
                            e);
        };
    }

    private static CaptureException failed(String what, String hint, SQLException e) {
        return new CaptureException(ErrorCode.CAPTURE_FAILED, what, hint, e);
    }
}
