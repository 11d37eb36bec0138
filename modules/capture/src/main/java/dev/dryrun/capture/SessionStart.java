package dev.dryrun.capture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// Puts the guards on a fresh connection and begins its one transaction.
///
/// @param connection just opened
/// @param guards what to put on it
record SessionStart(Connection connection, SessionGuards guards) {

    /// What decides how the server writes values and definitions as text. Fixed, so that equal
    /// content reads equal whoever captures: roles and databases may have other defaults.
    private static final Map<String, String> TEXT_FORMS =
            Map.of(
                    "bytea_output", "hex",
                    "DateStyle", "ISO, MDY",
                    "extra_float_digits", "1",
                    "IntervalStyle", "postgres",
                    "lc_monetary", "C",
                    "quote_all_identifiers", "off",
                    "search_path", "pg_catalog",
                    "TimeZone", "UTC",
                    "xmlbinary", "base64");

    /// What keeps the plans of catalogue queries steady and cheap: they are too short to be worth
    /// compiling, and workers belong to those whose server it is. They sort some ten megabytes, of
    /// catalogues that are in memory: there a page costs little more than a row, and finding a row
    /// by an index less than the planner thinks.
    private static final Map<String, String> PLANS =
            Map.of(
                    "cpu_operator_cost", "0.001",
                    "jit", "off",
                    "max_parallel_workers_per_gather", "0",
                    "random_page_cost", "0.05",
                    "seq_page_cost", "0.05",
                    "work_mem", "32MB");

    /// Where the session is ours alone, the guards are the session's too: then nothing that runs
    /// before or after the transaction can write either. A pooled session keeps what it is given
    /// for its next user, so there they are the transaction's only (`SET LOCAL`).
    void begin() throws SQLException {
        begin("");
    }

    /// The same, but the transaction sees what another session saw.
    ///
    /// @param shared that session's snapshot; it must still be in its transaction
    void begin(SharedSnapshot shared) throws SQLException {
        begin("; SET TRANSACTION SNAPSHOT '" + shared.id().replace("'", "''") + "'");
    }

    private void begin(String more) throws SQLException {
        if (!pooled()) {
            SequencedMap<String, String> session = new LinkedHashMap<>(timeouts());
            session.putFirst("default_transaction_read_only", "on");
            execute(settings("SET ", session));
        }
        connection.setAutoCommit(false);
        List<String> first = new ArrayList<>();
        first.add("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY" + more);
        first.add(settings("SET LOCAL ", timeouts()));
        first.add(settings("SET LOCAL ", TEXT_FORMS));
        first.add(settings("SET LOCAL ", PLANS));
        execute(String.join("; ", first));
    }

    /// {@return whether somebody stands between us and the server: a pooler gives its clients
    /// cancellation keys of its own}
    boolean pooled() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1) != connection.unwrap(PGConnection.class).getBackendPID();
        }
    }

    private SequencedMap<String, String> timeouts() {
        SequencedMap<String, String> timeouts = new LinkedHashMap<>();
        timeouts.put("statement_timeout", ms(guards.statementTimeout()));
        timeouts.put("lock_timeout", ms(guards.lockTimeout()));
        timeouts.put("idle_in_transaction_session_timeout", ms(guards.idleInTransactionTimeout()));
        return timeouts;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String settings(String command, Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> command + entry.getKey() + " = " + value(entry))
                .collect(Collectors.joining("; "));
    }

    /// In quotes a list would be one name; only `DateStyle` splits its text itself.
    private static String value(Map.Entry<String, String> setting) {
        return "'" + setting.getValue() + "'";
    }

    private static String ms(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
