package dev.dryrun.capture;

import dev.dryrun.capture.ConnectionTarget.Host;
import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Completes what a connection string says: from its service, the environment, the password file,
/// and libpq's defaults, in this order.
final class TargetResolver {

    private static final String DEFAULT_PORT = "5432";
    private static final int PORT_MAX = 65_535;
    private static final List<String> USUAL_FOLDERS = List.of("/var/run/postgresql", "/tmp");

    private final Map<String, String> environment;
    private final Map<String, String> given;
    private final List<String> warnings = new ArrayList<>();

    TargetResolver(Map<String, String> environment, Map<String, String> given) {
        this.environment = environment;
        this.given = new HashMap<>(given);
    }

    ConnectionTarget target() {
        String service = value("service").orElse("");
        if (!service.isEmpty()) {
            new ServiceFile(environment).settings(service).forEach(given::putIfAbsent);
        }
        String user =
                value("user")
                        .or(() -> Optional.ofNullable(environment.get("USER")))
                        .or(() -> Optional.ofNullable(environment.get("USERNAME")))
                        .filter(name -> !name.isEmpty())
                        .orElseThrow(() ->
                                ConnectionUri.invalid("it names no user, and neither does PGUSER"));
        String database = value("dbname").orElse(user);
        List<Host> hosts = hosts();
        Secret password = password(hosts, database, user);
        Map<String, String> options = new HashMap<>();
        Keywords.VARIABLES.keySet().stream()
                .filter(keyword -> !Keywords.PLACED.contains(keyword))
                .forEach(keyword -> value(keyword).ifPresent(text -> options.put(keyword, text)));
        new TlsDefaults(environment).addTo(options);
        return new ConnectionTarget(hosts, database, user, password, options, warnings);
    }

    private @Nullable Secret password(List<Host> hosts, String database, String user) {
        Optional<String> direct = value("password");
        if (direct.isPresent()) {
            return new Secret(direct.get());
        }
        Optional<Path> path =
                value("passfile").map(Path::of).or(() -> UserFiles.passwords(environment));
        if (path.isEmpty()) {
            return null;
        }
        PasswordFile file = new PasswordFile(path.get());
        if (file.open()) {
            warnings.add(
                    "the password file is not used: others than you have rights on it;"
                            + " take them away with chmod 600");
            return null;
        }
        return file.password(hosts, database, user).orElse(null);
    }

    private List<Host> hosts() {
        String names = value("hostaddr").or(() -> value("host")).orElse("");
        String[] name = names.split(",", -1);
        String[] port = value("port").orElse(DEFAULT_PORT).split(",", -1);
        if (port.length != 1 && port.length != name.length) {
            throw ConnectionUri.invalid(
                    "it has " + port.length + " ports for " + name.length + " hosts");
        }
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < name.length; i++) {
            if (name[i].startsWith("@")) {
                throw new CaptureException(
                        ErrorCode.CONNECTION_INVALID,
                        "the connection string names a Unix socket in the abstract namespace",
                        "name the folder of a socket file, or the server's TCP address");
            }
            hosts.add(host(name[i], port(port[port.length == 1 ? 0 : i])));
        }
        return hosts;
    }

    /// As in libpq a host that is not named is the local server: by its Unix socket where there is
    /// one in a usual place, else by TCP.
    private static Host host(String name, int port) {
        if (!name.isEmpty()) {
            return new Host(name, port);
        }
        return USUAL_FOLDERS.stream()
                .map(folder -> new Host(folder, port))
                .filter(host -> Files.exists(Path.of(host.socketFile())))
                .findFirst()
                .orElse(new Host("localhost", port));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.isEmpty() ? DEFAULT_PORT : text.strip());
            if (port >= 1 && port <= PORT_MAX) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw ConnectionUri.invalid("a port is not a number");
        }
        throw ConnectionUri.invalid("a port is not between 1 and " + PORT_MAX);
    }

    private Optional<String> value(String keyword) {
        String value = given.getOrDefault(keyword, "");
        if (value.isEmpty()) {
            String variable = Keywords.VARIABLES.getOrDefault(keyword, "");
            value = environment.getOrDefault(variable, "");
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
