package dev.dryrun.capture;

import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.ServerInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is asked before anything is read of the database itself: which server it is, and whether
/// this role may capture from it.
///
/// @param server who answers
/// @param takenAt when the snapshot began, by the server's clock
/// @param warnings what is worth knowing, one line each
record Preflight(ServerInfo server, Instant takenAt, List<String> warnings) {

    /// The oldest server that can be captured, as `server_version_num`.
    private static final int OLDEST = 140_000;

    /// The newest major version whose catalogues are known.
    private static final int NEWEST = 18;

    /// {@return what the server says of itself}
    ///
    /// @throws CaptureException SERVER_TOO_OLD or ROLE_PRIVILEGED
    static Preflight of(Connection connection, ConnectionTarget target, SessionGuards guards)
            throws SQLException {
        List<String> warnings = new ArrayList<>(target.warnings());
        try (Rows row = new CatalogQuery("server").run(connection)) {
            row.next();
            int version = row.whole("version_num");
            if (version < OLDEST) {
                throw new CaptureException(
                        ErrorCode.SERVER_TOO_OLD,
                        "the server is PostgreSQL "
                                + row.text("version")
                                + "; 14 is the oldest that can be captured",
                        "upgrade the server, or capture a copy of it on a newer one");
            }
            newerThanKnown(version).ifPresent(warnings::add);
            if (privileged(connection)) {
                if (!guards.allowPrivileged()) {
                    throw refused(target.user());
                }
                warnings.add("the role \"" + target.user() + "\" can do more than read");
            }
            return new Preflight(server(connection, row), row.instant("taken_at"), warnings);
        }
    }

    private static ServerInfo server(Connection connection, Rows row) throws SQLException {
        try (Rows ids = new CatalogQuery("next_ids").run(connection)) {
            ids.next();
            return new ServerInfo(
                    row.whole("version_num"),
                    row.text("version"),
                    row.text("database"),
                    systemIdentifier(connection),
                    row.flag("standby"),
                    ids.count("next_xid"),
                    ids.count("next_mxid"));
        }
    }

    /// {@return a warning when no release of ours has been tried with that server}
    ///
    /// @param versionNum `server_version_num`
    static Optional<String> newerThanKnown(int versionNum) {
        int major = versionNum / 10_000;
        return major <= NEWEST
                ? Optional.empty()
                : Optional.of(
                        "the server is PostgreSQL "
                                + major
                                + ", newer than this DryRun knows ("
                                + NEWEST
                                + "): what is new in it is not captured");
    }

    private static boolean privileged(Connection connection) throws SQLException {
        try (Rows row = new CatalogQuery("role").run(connection)) {
            return row.next()
                    && (row.flag("rolsuper")
                            || row.flag("rolreplication")
                            || row.flag("rolbypassrls"));
        }
    }

    private static CaptureException refused(String user) {
        return new CaptureException(
                ErrorCode.ROLE_PRIVILEGED,
                "the role \""
                        + user
                        + "\" is a superuser, or may replicate or bypass row"
                        + " security: it can do more than read",
                "capture as dryrun_reader (dryrun-readonly-role.sql makes it), or pass"
                        + " --allow-privileged");
    }

    private static Reading<String> systemIdentifier(Connection connection) throws SQLException {
        Reading<Optional<String>> read =
                new Savepoints(connection)
                        .read(() -> {
                            try (Rows row = new CatalogQuery("system_identifier").run(connection)) {
                                return row.next()
                                        ? Optional.of(row.text("system_identifier"))
                                        : Optional.empty();
                            }
                        });
        return switch (read) {
            case Reading.Measured<Optional<String>>(Optional<String> found) -> of(found);
            case Reading.Estimated<Optional<String>>(Optional<String> found) -> of(found);
            case Reading.Absent<Optional<String>>(Reason reason) -> Reading.absent(reason);
        };
    }

    private static Reading<String> of(Optional<String> found) {
        return found.map(Reading::measured).orElse(Reading.absent(Reason.NONE_KEPT));
    }
}
