package dev.dryrun.capture;

import dev.dryrun.capture.ConnectionTarget.Host;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/// Opens the one connection. The data source is made by class: the driver provides no service.
///
/// @param target where to and as whom
/// @param errors says what went wrong
record Connector(ConnectionTarget target, ServerErrors errors) {

    private static final String APPLICATION_NAME = "dryrun";
    private static final int CONNECT_TIMEOUT_SECONDS = 10;

    Connection connect() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        List<Host> hosts = target.hosts();
        source.setServerNames(hosts.stream().map(Host::name).toArray(String[]::new));
        source.setPortNumbers(hosts.stream().mapToInt(Host::port).toArray());
        source.setDatabaseName(target.database());
        source.setUser(target.user());
        Secret password = target.password();
        if (password != null) {
            source.setPassword(password.value());
        }
        Map<String, String> options = target.options();
        source.setApplicationName(options.getOrDefault("application_name", APPLICATION_NAME));
        source.setConnectTimeout(timeout(options));
        source.setReadOnly(true);
        // Everything runs in one transaction, once: a server-side plan would only be thrown away,
        // and a pooler in transaction mode does not keep it.
        source.setPrepareThreshold(0);
        if (options.containsKey("sslmode")) {
            source.setSslMode(options.get("sslmode"));
        }
        if (options.containsKey("sslrootcert")) {
            source.setSslRootCert(options.get("sslrootcert"));
        }
        if (options.containsKey("sslcert")) {
            source.setSslCert(options.get("sslcert"));
        }
        if (options.containsKey("sslkey")) {
            source.setSslKey(options.get("sslkey"));
        }
        if (options.containsKey("channel_binding")) {
            source.setChannelBinding(options.get("channel_binding"));
        }
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw errors.connecting(e);
        }
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
