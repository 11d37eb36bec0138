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

    /// Servers on the network are the driver's to try; as soon as one of several is a Unix socket,
    /// each is tried by itself, in order.
    Connection connect() {
        List<Host> hosts = target.hosts();
        try {
            if (hosts.stream().noneMatch(Host::local)) {
                return source(hosts).getConnection();
            }
            return connectToOneOf(hosts);
        } catch (SQLException e) {
            throw errors.connecting(e);
        }
    }

    private Connection connectToOneOf(List<Host> hosts) throws SQLException {
        SQLException last = new SQLException("no host is named", "08001");
        for (Host host : hosts) {
            try {
                return host.local()
                        ? local(host).getConnection()
                        : source(List.of(host)).getConnection();
            } catch (SQLException e) {
                last = e;
            }
        }
        throw last;
    }

    /// As libpq does it: no TLS and no Kerberos on a Unix socket, whatever `sslmode` says.
    private PGSimpleDataSource local(Host host) {
        PGSimpleDataSource source = source(List.of(new Host("localhost", host.port())));
        source.setSocketFactory(UnixSocketFactory.class.getName());
        source.setSocketFactoryArg(host.socketFile());
        source.setSslMode("disable");
        source.setGssEncMode("disable");
        return source;
    }

    private PGSimpleDataSource source(List<Host> hosts) {
        PGSimpleDataSource source = new PGSimpleDataSource();
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
        return source;
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
