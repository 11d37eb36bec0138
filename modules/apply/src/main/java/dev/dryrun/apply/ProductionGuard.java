package dev.dryrun.apply;

import dev.dryrun.model.ApplyException;
import dev.dryrun.model.ErrorCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Refuses a server that may be production, by what the server says of itself. That it has another
/// address than a captured node is for the caller to see, who knows the addresses.
///
/// @param capturedIdentifiers the system identifiers of every server that was ever captured
/// @param notProduction whether the user insists that a server with a public address is none
public record ProductionGuard(Set<String> capturedIdentifiers, boolean notProduction) {

    private static final int OLDEST = 140_000;

    public ProductionGuard {
        capturedIdentifiers = Set.copyOf(capturedIdentifiers);
    }

    /// Returns only if the server may be written to.
    ///
    /// @param target what it says of itself
    /// @throws ApplyException TARGET_REFUSED
    void check(Target target) {
        if (target.versionNum() < OLDEST) {
            throw new ApplyException(
                    ErrorCode.SERVER_TOO_OLD,
                    "the server is PostgreSQL "
                            + target.version()
                            + "; 14 is the oldest that works",
                    "use a newer server, best of the version that was captured");
        }
        String identifier = target.systemIdentifier();
        if (identifier != null && capturedIdentifiers.contains(identifier)) {
            throw refused(
                    "this is the very server that was captured, or a physical copy of it",
                    "name a server of its own (initdb), with the schema restored into it");
        }
        if (identifier == null) {
            throw refused(
                    "the server does not tell its system identifier, so it may be the captured one",
                    "let the role execute pg_control_system(), as any role may by default");
        }
        if (target.standby()) {
            throw refused(
                    "the server is a standby", "name a server that stands alone; nothing was done");
        }
        if (target.peers() > 0) {
            throw refused(
                    "other servers replicate from this one (" + target.peers() + ")",
                    "name a server that stands alone; a development database has no standby");
        }
        if (!target.slots().isEmpty()) {
            throw refused(
                    "the server has replication slots: " + String.join(", ", target.slots()),
                    "name a server that stands alone, or drop slots that nobody uses any more");
        }
        if (!target.near() && !notProduction) {
            throw far(target.address());
        }
    }

    /// {@return the refusal of an address that is neither this machine's nor private}
    ///
    /// @param address as it is shown
    public static ApplyException far(@Nullable String address) {
        return refused(
                "the server's address " + address + " is neither loopback nor private",
                "if it is a development server: --i-know-this-is-not-production");
    }

    private static ApplyException refused(String what, String hint) {
        return new ApplyException(ErrorCode.TARGET_REFUSED, what, hint);
    }
}
