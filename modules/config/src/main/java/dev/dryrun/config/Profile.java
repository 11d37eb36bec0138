package dev.dryrun.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `[profiles.<name>]`: one database of the project.
///
/// @param name its name, not empty
/// @param dbUrl how to reach the database; null for a profile that only reads snapshots
/// @param databaseId second half of the snapshot key; null means the project id
/// @param masksFile the masking policy's file, relative to the project's root; null means discovery
/// @param maskPolicies which policies of that file apply; empty means every listed column
/// @param remote the `[[remote]]` for push and pull; null means the default one
/// @param stream replaces `<project>/<database>` in the remote's paths; null means it does not
public record Profile(
        String name,
        @Nullable Secret dbUrl,
        @Nullable String databaseId,
        @Nullable String masksFile,
        List<String> maskPolicies,
        @Nullable String remote,
        @Nullable String stream) {

    public Profile {
        maskPolicies = List.copyOf(maskPolicies);
    }
}
