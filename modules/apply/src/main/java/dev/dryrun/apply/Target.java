package dev.dryrun.apply;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who answers where the statistics are to go.
///
/// @param versionNum `server_version_num`
/// @param version `server_version`
/// @param database `current_database()`
/// @param role `current_user`
/// @param superuser whether that role is one
/// @param standby `pg_is_in_recovery()`
/// @param systemIdentifier null where the role may not ask `pg_control_system()`
/// @param address the server's own end of the connection; null on a Unix socket
/// @param port the port it listens on, by its own account
/// @param near whether that address is loopback or private, or there is none
/// @param peers how many servers stream from it (`pg_stat_replication`)
/// @param slots its replication slots
public record Target(
        int versionNum,
        String version,
        String database,
        String role,
        boolean superuser,
        boolean standby,
        @Nullable String systemIdentifier,
        @Nullable String address,
        int port,
        boolean near,
        int peers,
        List<String> slots) {

    private static final int FIRST_WITH_FUNCTIONS = 180_000;

    private static final String QUESTION =
            """
            SELECT current_setting('server_version_num')::int AS version_num,
                   current_setting('server_version') AS version,
                   current_database() AS database,
                   current_user AS role,
                   (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
                   pg_is_in_recovery() AS standby,
                   host(inet_server_addr()) AS address,
                   current_setting('port')::int AS port,
                   inet_server_addr() IS NULL
                   OR inet_server_addr() <<= ANY (ARRAY[
                          '127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16',
                          '169.254.0.0/16', '::1/128', 'fc00::/7', 'fe80::/10']::inet[]) AS near,
                   (SELECT count(*) FROM pg_stat_replication) AS peers,
                   ARRAY(SELECT slot_name::text FROM pg_replication_slots ORDER BY 1) AS slots
            """;

    public Target {
        slots = List.copyOf(slots);
    }

    /// {@return the major version: 14 … 18}
    public int major() {
        return versionNum / 10_000;
    }

    /// {@return whether the server has functions that take statistics}
    boolean hasFunctions() {
        return versionNum >= FIRST_WITH_FUNCTIONS;
    }

    static Target of(Database database) throws SQLException {
        boolean identifiable =
                database.one(
                        "SELECT has_function_privilege('pg_control_system()', 'EXECUTE')",
                        row -> row.getBoolean(1));
        String identifier =
                identifiable
                        ? database.one(
                                "SELECT system_identifier::text FROM pg_control_system()",
                                row -> row.getString(1))
                        : null;
        return database.one(
                QUESTION,
                row ->
                        new Target(
                                row.getInt("version_num"),
                                row.getString("version"),
                                row.getString("database"),
                                row.getString("role"),
                                row.getBoolean("superuser"),
                                row.getBoolean("standby"),
                                identifier,
                                row.getString("address"),
                                row.getInt("port"),
                                row.getBoolean("near"),
                                row.getInt("peers"),
                                List.of((String[]) row.getArray("slots").getArray())));
    }
}
