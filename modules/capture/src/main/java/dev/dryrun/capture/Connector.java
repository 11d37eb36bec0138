package dev.dryrun.capture;

import dev.dryrun.capture.ConnectionTarget.Host;
import java.lang.module.ModuleDescriptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/// Opens the one connection. The data source is made by class: the driver provides no service.
///
/// @param target where to and as whom
/// @param errors says what went wrong
record Connector(ConnectionTarget target, ServerErrors errors) {

    private static final int CONNECT_TIMEOUT_SECONDS = 10;

    /// What the driver calls the servers that libpq's `target_session_attrs` names.
    private static final Map<String, String> SERVER_TYPES =
            Map.of(
                    "any", "any",
                    "read-write", "primary",
                    "read-only", "secondary",
                    "primary", "primary",
                    "standby", "secondary",
                    "prefer-standby", "preferSecondary");

    Connection connect() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        List<Host> hosts = target.hosts();
        source.setServerNames(hosts.stream().map(Host::name).toArray(String[]::new));
        source.setPortNumbers(hosts.stream().mapToInt(Host::port).toArray());
        source.setDatabaseName(target.database());
        source.setUser(target.user());
        // With none at all the driver would read password files by rules of its own.
        Secret password = target.password();
        source.setPassword(password == null ? "" : password.value());
        Map<String, String> options = target.options();
        source.setApplicationName(options.getOrDefault("application_name", applicationName()));
        source.setConnectTimeout(timeout(options));
        source.setReadOnly(true);
        // Everything runs in one transaction, once: a server-side plan would only be thrown away,
        // and a pooler in transaction mode does not keep it.
        source.setPrepareThreshold(0);
        new TlsOptions(options).applyTo(source);
        options.forEach((keyword, value) -> apply(source, keyword, value));
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw errors.connecting(e);
        }
    }

    private static void apply(PGSimpleDataSource source, String keyword, String value) {
        switch (keyword) {
            case "channel_binding" -> source.setChannelBinding(value);
            case "gssencmode" -> source.setGssEncMode(value);
            case "keepalives" -> source.setTcpKeepAlive(!value.equals("0"));
            case "krbsrvname" -> source.setKerberosServerName(value);
            case "load_balance_hosts" -> source.setLoadBalanceHosts(value.equals("random"));
            case "options" -> source.setOptions(value);
            case "require_auth" -> source.setRequireAuth(value);
            case "target_session_attrs" ->
                    source.setTargetServerType(SERVER_TYPES.getOrDefault(value, "any"));
            default -> {
                // Applied above, or by the TLS options.
            }
        }
    }

    /// Who it is, as `pg_stat_activity` shows it: `dryrun 1.2.0`.
    private static String applicationName() {
        return Optional.ofNullable(Connector.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .map(version -> "dryrun " + version)
                .orElse("dryrun");
    }

    private static int timeout(Map<String, String> options) {
        String text = options.getOrDefault("connect_timeout", "");
        try {
            return text.isEmpty() ? CONNECT_TIMEOUT_SECONDS : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return CONNECT_TIMEOUT_SECONDS;
        }
    }
}
