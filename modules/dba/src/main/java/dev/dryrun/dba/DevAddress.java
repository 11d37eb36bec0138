package dev.dryrun.dba;

import dev.dryrun.apply.ProductionGuard;
import dev.dryrun.capture.ConnectionTarget;
import dev.dryrun.capture.ConnectionTarget.Host;
import dev.dryrun.model.ApplyException;
import dev.dryrun.model.ErrorCode;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Refuses an address that may be production's, before anything connects to it.
///
/// @param captured where captures connect to, by the name of the node
/// @param notProduction whether the user insists that a public address is not production's
record DevAddress(List<Node> captured, boolean notProduction) {

    /// Every loopback address is the same machine, and so is a Unix socket.
    private static final String HERE = "here";

    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int UNIQUE_LOCAL = 0xfc;

    /// Where a node is captured.
    ///
    /// @param name as messages show it
    /// @param target its addresses
    record Node(String name, ConnectionTarget target) {}

    /// Returns only if every host of a target may be written to.
    ///
    /// @throws ApplyException TARGET_REFUSED
    void check(ConnectionTarget target) {
        for (Host host : target.hosts()) {
            Set<String> own = endpoints(host);
            for (Node node : captured) {
                for (Host theirs : node.target.hosts()) {
                    if (endpoints(theirs).stream().anyMatch(own::contains)) {
                        throw new ApplyException(
                                ErrorCode.TARGET_REFUSED,
                                shown(host) + " is where " + node.name + " is captured",
                                "name a server of your own; nothing was done");
                    }
                }
            }
            if (!notProduction) {
                addresses(host).stream()
                        .filter(address -> !near(address))
                        .findFirst()
                        .ifPresent(address -> {
                            throw ProductionGuard.far(address.getHostAddress());
                        });
            }
        }
    }

    /// The same of where the server listens by its own account: behind a tunnel that is another
    /// address than the one connected to. Its own loopback says nothing.
    ///
    /// @throws ApplyException TARGET_REFUSED when a node is captured there
    void check(String serverAddress, int port) {
        Host host = new Host(serverAddress, port);
        if (!endpoints(host).contains(HERE + ":" + port)) {
            for (Node node : captured) {
                for (Host theirs : node.target.hosts()) {
                    if (endpoints(theirs).stream().anyMatch(endpoints(host)::contains)) {
                        throw new ApplyException(
                                ErrorCode.TARGET_REFUSED,
                                "the server at the other end, "
                                        + shown(host)
                                        + ", is where "
                                        + node.name
                                        + " is captured",
                                "name a server of your own; nothing was done");
                    }
                }
            }
        }
    }

    static String shown(Host host) {
        return host.name() + ":" + host.port();
    }

    private static Set<String> endpoints(Host host) {
        Set<String> endpoints =
                addresses(host).stream()
                        .map(it -> it.isLoopbackAddress() ? HERE : it.getHostAddress())
                        .map(it -> it + ":" + host.port())
                        .collect(Collectors.toCollection(HashSet::new));
        if (host.name().startsWith("/")) {
            endpoints.add(HERE + ":" + host.port());
        }
        return endpoints;
    }

    /// A name that nobody knows leads nowhere: connecting will say so.
    private static List<InetAddress> addresses(Host host) {
        if (host.name().startsWith("/")) {
            return List.of();
        }
        try {
            return List.of(InetAddress.getAllByName(host.name()));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private static boolean near(InetAddress address) {
        boolean uniqueLocal =
                address instanceof Inet6Address
                        && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || uniqueLocal;
    }
}
