package dev.dryrun.capture;

import dev.dryrun.capture.ConnectionTarget.Host;
import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads connection URLs as libpq does:
/// `postgres://[user[:password]@][host[:port][,…]][/database][?parameter=value[&…]]`.
///
/// What the URL leaves out comes from libpq's environment variables, then from libpq's defaults. No
/// message repeats any part of the URL: it may hold a password in the wrong place.
public final class ConnectionUri {

    private static final Set<String> SCHEMES = Set.of("postgres://", "postgresql://");
    private static final Set<String> OPTIONS =
            Set.of(
                    "application_name",
                    "channel_binding",
                    "connect_timeout",
                    "sslcert",
                    "sslkey",
                    "sslmode",
                    "sslrootcert");
    private static final Map<String, String> OPTION_VARIABLES =
            Map.of(
                    "connect_timeout", "PGCONNECT_TIMEOUT",
                    "sslcert", "PGSSLCERT",
                    "sslkey", "PGSSLKEY",
                    "sslmode", "PGSSLMODE",
                    "sslrootcert", "PGSSLROOTCERT");
    private static final String DEFAULT_PORT = "5432";
    private static final int PORT_MAX = 65_535;
    private static final int HEX = 16;

    private final Map<String, String> environment;
    private final Map<String, String> given = new HashMap<>();

    private ConnectionUri(Map<String, String> environment) {
        this.environment = environment;
    }

    /// {@return whether the URL carries a password, which everybody sees who lists processes}
    ///
    /// @param url as given on a command line
    /// @throws CaptureException CONNECTION_INVALID when it is no connection URL
    public static boolean hasPassword(String url) {
        return parse(url, Map.of("PGUSER", "x")).password() != null;
    }

    /// {@return where the URL points}
    ///
    /// @param url the connection URL
    /// @param environment the process's environment variables
    /// @throws CaptureException CONNECTION_INVALID when it cannot be understood
    public static ConnectionTarget parse(String url, Map<String, String> environment) {
        return new ConnectionUri(environment).read(url);
    }

    private ConnectionTarget read(String url) {
        String scheme =
                SCHEMES.stream()
                        .filter(url::startsWith)
                        .findFirst()
                        .orElseThrow(() -> invalid("it does not begin with postgres://"));
        String rest = url.substring(scheme.length());
        int query = rest.indexOf('?');
        if (query >= 0) {
            readParameters(rest.substring(query + 1));
            rest = rest.substring(0, query);
        }
        int at = rest.lastIndexOf('@');
        if (at >= 0) {
            readUser(rest.substring(0, at));
            rest = rest.substring(at + 1);
        }
        int slash = rest.indexOf('/');
        if (slash >= 0) {
            putUnlessEmpty("dbname", decode(rest.substring(slash + 1)));
            rest = rest.substring(0, slash);
        }
        readHosts(rest);
        return target();
    }

    private void readUser(String text) {
        int colon = text.indexOf(':');
        putUnlessEmpty("user", decode(colon < 0 ? text : text.substring(0, colon)));
        if (colon >= 0) {
            putUnlessEmpty("password", decode(text.substring(colon + 1)));
        }
    }

    /// A numeric IPv6 address stands in brackets, and its colons separate no port.
    private void readHosts(String text) {
        List<String> names = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int bracket = part.indexOf(']');
            if (part.startsWith("[") && bracket < 0) {
                throw invalid("the address in brackets does not end");
            }
            int colon = part.indexOf(':', Math.max(bracket, 0));
            String name = colon < 0 ? part : part.substring(0, colon);
            names.add(name.startsWith("[") ? name.substring(1, name.length() - 1) : decode(name));
            ports.add(colon < 0 ? "" : part.substring(colon + 1));
        }
        putUnlessEmpty("host", String.join(",", names));
        if (ports.stream().anyMatch(port -> !port.isEmpty())) {
            given.putIfAbsent("port", String.join(",", ports));
        }
    }

    private void readParameters(String text) {
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw invalid("a parameter after the question mark has no value");
            }
            String name = decode(pair.substring(0, equals));
            boolean known =
                    OPTIONS.contains(name)
                            || Set.of("host", "hostaddr", "port", "user", "password", "dbname")
                                    .contains(name);
            if (!known) {
                throw invalid("it has an unknown parameter; known are " + new TreeSet<>(OPTIONS));
            }
            given.put(name, decode(pair.substring(equals + 1)));
        }
    }

    private ConnectionTarget target() {
        String user = value("user", "PGUSER", environment.get("USER"));
        if (user == null) {
            throw invalid("it names no user, and neither does PGUSER");
        }
        String password = value("password", "PGPASSWORD", null);
        Map<String, String> options = new HashMap<>();
        for (String option : OPTIONS) {
            String variable = OPTION_VARIABLES.getOrDefault(option, "");
            String value = value(option, variable, null);
            if (value != null) {
                options.put(option, value);
            }
        }
        String database = value("dbname", "PGDATABASE", user);
        return new ConnectionTarget(
                hosts(),
                database == null ? user : database,
                user,
                password == null ? null : new Secret(password),
                options);
    }

    private List<Host> hosts() {
        String names = value("hostaddr", "PGHOSTADDR", value("host", "PGHOST", "localhost"));
        String ports = value("port", "PGPORT", DEFAULT_PORT);
        String[] name = String.valueOf(names).split(",", -1);
        String[] port = String.valueOf(ports).split(",", -1);
        if (port.length != 1 && port.length != name.length) {
            throw invalid("it has " + port.length + " ports for " + name.length + " hosts");
        }
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < name.length; i++) {
            if (name[i].startsWith("/")) {
                throw new CaptureException(
                        ErrorCode.CONNECTION_INVALID,
                        "the connection URL names a Unix socket",
                        "name the server's TCP address instead, such as 127.0.0.1");
            }
            hosts.add(
                    new Host(
                            name[i].isEmpty() ? "localhost" : name[i],
                            port(port[port.length == 1 ? 0 : i])));
        }
        return hosts;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.isEmpty() ? DEFAULT_PORT : text);
            if (port >= 1 && port <= PORT_MAX) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw invalid("a port is not a number");
        }
        throw invalid("a port is not between 1 and " + PORT_MAX);
    }

    private @Nullable String value(String name, String variable, @Nullable String otherwise) {
        String value = given.get(name);
        if (value == null || value.isEmpty()) {
            value = environment.get(variable);
        }
        return value == null || value.isEmpty() ? otherwise : value;
    }

    private void putUnlessEmpty(String name, String value) {
        if (!value.isEmpty()) {
            given.putIfAbsent(name, value);
        }
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] != '%') {
                bytes.put(encoded[i]);
                continue;
            }
            int high = i + 1 < encoded.length ? Character.digit(encoded[i + 1], HEX) : -1;
            int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], HEX) : -1;
            if (high < 0 || low < 0 || high + low == 0) {
                throw invalid("a percent sign is not followed by two hexadecimal digits");
            }
            bytes.put((byte) (high * HEX + low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw invalid("what its percent signs stand for is not UTF-8");
        }
    }

    private static CaptureException invalid(String why) {
        return new CaptureException(
                ErrorCode.CONNECTION_INVALID,
                "the connection URL cannot be understood: " + why,
                "write it as postgres://user@host:5432/database");
    }
}
