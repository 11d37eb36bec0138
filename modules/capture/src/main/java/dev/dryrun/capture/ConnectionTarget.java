package dev.dryrun.capture;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where to connect and as whom.
///
/// @param hosts at least one; tried in order
/// @param database the database's name
/// @param user the role
/// @param password null when none was given
/// @param options further libpq parameters, by libpq's name
public record ConnectionTarget(
        List<Host> hosts,
        String database,
        String user,
        @Nullable Secret password,
        Map<String, String> options) {

    public ConnectionTarget {
        hosts = List.copyOf(hosts);
        options = Map.copyOf(options);
    }

    /// One address.
    ///
    /// @param name a host name or a numeric address
    /// @param port 1 to 65535
    public record Host(String name, int port) {}

    /// {@return the addresses as messages show them}
    String address() {
        return String.join(
                ", ", hosts.stream().map(host -> host.name() + ":" + host.port()).toList());
    }
}
