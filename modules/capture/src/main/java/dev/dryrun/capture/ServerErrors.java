package dev.dryrun.capture;

import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Says in one line what the server or the driver refused, and what to do.
///
/// The driver's own text is never passed on: it may repeat what it was given.
///
/// @param target what was connected to
record ServerErrors(ConnectionTarget target) {

    private static final int CAUSES_MAX = 10;

    CaptureException connecting(SQLException e) {
        return tls(e).orElseGet(() -> refused(e));
    }

    /// The driver reports what goes wrong with TLS under the states of other failures.
    private Optional<CaptureException> tls(SQLException e) {
        boolean handshake =
                Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                        .limit(CAUSES_MAX)
                        .anyMatch(cause ->
                                cause instanceof SSLException
                                        || cause instanceof GeneralSecurityException);
        String text = String.valueOf(e.getMessage());
        boolean named = text.contains("SSL") && !"28000".equals(e.getSQLState());
        if (!handshake && !named) {
            return Optional.empty();
        }
        return Optional.of(
                new CaptureException(
                        ErrorCode.SERVER_UNREACHABLE,
                        "there is no TLS connection with the server at "
                                + target.address()
                                + " that satisfies sslmode="
                                + target.options().getOrDefault("sslmode", "prefer"),
                        handshake
                                ? "check that sslrootcert holds the server's authority, and that"
                                        + " host is a name in its certificate"
                                : "check sslmode and the TLS files, and whether the server has TLS",
                        e));
    }

    private CaptureException refused(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return switch (state) {
            case "08004" -> passwordWanted(e);
            case "28P01" ->
                    target.password() == null
                            ? passwordWanted(e)
                            : new CaptureException(
                                    ErrorCode.AUTHENTICATION_FAILED,
                                    "the server at "
                                            + target.address()
                                            + " refused the password of \""
                                            + target.user()
                                            + "\"",
                                    "check the user, and the password of the connection string,"
                                            + " PGPASSWORD or ~/.pgpass",
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
            case "53300" ->
                    new CaptureException(
                            ErrorCode.SERVER_UNREACHABLE,
                            "the server at "
                                    + target.address()
                                    + " has no connection left for \""
                                    + target.user()
                                    + "\"",
                            "wait until others disconnect, or raise the limit of the role, the"
                                    + " database or the server",
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

    private CaptureException passwordWanted(SQLException e) {
        return new CaptureException(
                ErrorCode.AUTHENTICATION_FAILED,
                "the server at "
                        + target.address()
                        + " wants a password for \""
                        + target.user()
                        + "\", and none was given",
                "put it into ~/.pgpass (chmod 600), PGPASSWORD or DATABASE_URL",
                e);
    }

    /// The process was told to end, and the query was cancelled for that.
    CaptureException interrupted(SQLException e) {
        return failed(
                "the capture was interrupted", "nothing was stored; run the command again", e);
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
            case "22021", "22P05", "22000" ->
                    failed(
                            "the database holds a name or a text that is not valid in its encoding,"
                                    + " or has no form in UTF-8",
                            "rename that object; only what UTF-8 can express can be captured",
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
