package dev.dryrun.dba;

import dev.dryrun.capture.ConnectionTarget;
import dev.dryrun.capture.ConnectionUri;
import dev.dryrun.capture.SessionGuards;
import dev.dryrun.cli.Terminal;
import dev.dryrun.config.Profile;
import dev.dryrun.config.Project;
import dev.dryrun.config.Secret;
import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Which database a command connects to, and what guards the connection. A mixin.
final class ConnectionOptions {

    private static final String VARIABLE = "DATABASE_URL";

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = {
                "postgres:// URL, host=… user=… or service=…;",
                "default: $DATABASE_URL, then the profile's db_url."
            })
    private @Nullable String url;

    @Option(
            names = "--allow-privileged",
            description = "Let a superuser, replication or bypassrls role capture.")
    private boolean allowPrivileged;

    @Option(
            names = "--statement-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Longest time a query may take; default 30s, 0 for no limit.")
    private Duration statementTimeout = SessionGuards.DEFAULT.statementTimeout();

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Longest time a query may wait for a lock; default 2s.")
    private Duration lockTimeout = SessionGuards.DEFAULT.lockTimeout();

    @Option(
            names = "--idle-tx-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "The server ends a session that is silent for longer; default 10s.")
    private Duration idleTimeout = SessionGuards.DEFAULT.idleInTransactionTimeout();

    @Option(
            names = "--query-stats-limit",
            paramLabel = "ROWS",
            description = "Most rows of pg_stat_statements; default: [query_stats] row_cap.")
    private long queryStatsLimit;

    /// Made by the command it is mixed into.
    ConnectionOptions() {}

    /// {@return where to connect, or empty when nothing names a database}
    ///
    /// @param project whose profile may name one
    /// @param profile the profile that was named; null when none was
    /// @param terminal whose environment may name one
    /// @throws CaptureException CONNECTION_INVALID when what names it cannot be understood
    Optional<ConnectionTarget> target(
            Project project, @Nullable String profile, Terminal terminal) {
        return urlText(project, profile, terminal)
                .map(text -> ConnectionUri.parse(text, terminal.environment()));
    }

    /// {@return where to connect, for a command that cannot do without}
    ///
    /// @param project whose profile may name a database
    /// @param profile the profile that was named; null when none was
    /// @param terminal whose environment may name one
    /// @param from what the command's own option names; null when it was not given
    /// @throws CaptureException CONNECTION_MISSING when nothing names a database,
    ///   CONNECTION_INVALID when what names it cannot be understood
    ConnectionTarget requiredTarget(
            Project project, @Nullable String profile, Terminal terminal, @Nullable String from) {
        if (from != null) {
            return ConnectionUri.parse(from, terminal.environment());
        }
        return ConnectionUri.parse(requiredUrl(project, profile, terminal), terminal.environment());
    }

    /// {@return the connection string, for a command that cannot do without}
    ///
    /// @param project whose profile may name a database
    /// @param profile the profile that was named; null when none was
    /// @param terminal whose environment may name one
    /// @throws CaptureException CONNECTION_MISSING when nothing names a database
    String requiredUrl(Project project, @Nullable String profile, Terminal terminal) {
        return urlText(project, profile, terminal)
                .orElseThrow(() ->
                        new CaptureException(
                                ErrorCode.CONNECTION_MISSING,
                                "no database is named",
                                "pass --db URL, set DATABASE_URL, or give a profile a db_url"));
    }

    /// {@return what is worth saying about the way the database was named, one line each}
    List<String> warnings() {
        return url != null && ConnectionUri.hasPassword(url)
                ? List.of(
                        "the password in --db can be seen in the process list;"
                                + " put it into ~/.pgpass, DATABASE_URL or PGPASSWORD")
                : List.of();
    }

    static void requireLabel(String label) {
        if (label.isBlank()) {
            throw new InputException(
                    ErrorCode.USAGE, "--label is empty", "name the node, such as replica-1");
        }
    }

    /// {@return what guards the connection}
    SessionGuards guards() {
        return new SessionGuards(statementTimeout, lockTimeout, idleTimeout, allowPrivileged);
    }

    /// {@return how many statements of `pg_stat_statements` to capture at most}
    ///
    /// @param project whose configuration says so where the option does not
    /// @throws InputException USAGE when the option is negative
    long rowCap(Project project) {
        if (queryStatsLimit < 0) {
            throw new InputException(
                    ErrorCode.USAGE,
                    "--query-stats-limit is negative",
                    "give a number of rows, or leave it out for [query_stats] row_cap");
        }
        return queryStatsLimit == 0 ? project.config().queryStatsRowCap() : queryStatsLimit;
    }

    private Optional<String> urlText(Project project, @Nullable String profile, Terminal terminal) {
        if (url != null) {
            if (url.isEmpty()) {
                throw new CaptureException(
                        ErrorCode.CONNECTION_MISSING,
                        "--db was given an empty URL",
                        "write it as --db postgres://user@host:5432/database");
            }
            return Optional.of(url);
        }
        String variable = terminal.environment().getOrDefault(VARIABLE, "");
        if (!variable.isEmpty()) {
            return Optional.of(variable);
        }
        return project.profile(profile, terminal.environment())
                .map(Profile::dbUrl)
                .map((Secret secret) -> secret.expanded(terminal.environment()));
    }

    /// Reads times as `500ms`, `30s`, `2m`, `1h`, or `0`.
    static final class DurationConverter implements ITypeConverter<Duration> {

        private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

        @Override
        public Duration convert(String value) {
            if (value.equals("0")) {
                return Duration.ZERO;
            }
            Matcher matcher = FORM.matcher(value);
            if (!matcher.matches()) {
                throw new TypeConversionException(
                        "'" + value + "' is no time; write it as 500ms, 30s, 2m or 1h");
            }
            long count = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                default -> Duration.ofHours(count);
            };
        }
    }
}
