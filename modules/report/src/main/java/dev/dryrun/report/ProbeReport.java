package dev.dryrun.report;

import dev.dryrun.model.ServerInfo;
import java.util.List;

/// What `dryrun probe` found.
///
/// @param flavour which PostgreSQL: `PostgreSQL`, `AlloyDB` …
/// @param server who answered
/// @param versionText the server's `version()`
/// @param role the role that asked
/// @param capabilities what the flavour lets one do, one line each; empty for plain PostgreSQL
/// @param privileges what the role may read
/// @param warnings one line each
public record ProbeReport(
        String flavour,
        ServerInfo server,
        String versionText,
        String role,
        List<String> capabilities,
        List<Privilege> privileges,
        List<String> warnings) {

    public ProbeReport {
        capabilities = List.copyOf(capabilities);
        privileges = List.copyOf(privileges);
        warnings = List.copyOf(warnings);
    }

    /// Whether something may be read.
    ///
    /// @param of what
    /// @param allowed whether all of it may
    /// @param detail what that means for a capture; empty when there is nothing to say
    public record Privilege(String of, boolean allowed, String detail) {}
}
