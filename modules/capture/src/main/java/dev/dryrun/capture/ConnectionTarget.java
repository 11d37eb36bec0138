package dev.dryrun.capture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where to connect and as whom.
///
/// @param hosts at least one; tried in order
/// @param database the database's name
/// @param user the role
/// @param password null when none was found
/// @param options further libpq parameters, by libpq's name
/// @param warnings what was noticed on the way and left aside, one line each
public record ConnectionTarget(
        List<Host> hosts,
        String database,
        String user,
        @Nullable Secret password,
        Map<String, String> options,
        List<String> warnings) {

    public ConnectionTarget {
        hosts = List.copyOf(hosts);
        options = Map.copyOf(options);
        warnings = List.copyOf(warnings);
    }

    /// One address.
    ///
    /// @param name a host name, a numeric address, or the folder of a Unix socket, which begins
    ///   with a slash
    /// @param port 1 to 65535
    public record Host(String name, int port) {

        private static final Set<String> DEFAULT_FOLDERS = Set.of("/tmp", "/var/run/postgresql");

        /// {@return whether it is a Unix socket}
        boolean local() {
            return name.startsWith("/");
        }

        /// {@return the file of the Unix socket, named as PostgreSQL names it}
        String socketFile() {
            return name + (name.endsWith("/") ? "" : "/") + ".s.PGSQL." + port;
        }

        /// {@return it as messages show it}
        String shown() {
            return local() ? socketFile() : name + ":" + port;
        }

        /// {@return the name that a line of a password file has for it}
        String passwordName() {
            return DEFAULT_FOLDERS.contains(name) ? "localhost" : name;
        }
    }

    /// {@return the addresses as messages show them}
    String address() {
        return String.join(", ", hosts.stream().map(Host::shown).toList());
    }

    /// A secret may stand among the options too.
    @Override
    public String toString() {
        return "connection to " + address();
    }
}
