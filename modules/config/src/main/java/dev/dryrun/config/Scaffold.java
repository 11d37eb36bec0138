package dev.dryrun.config;

import org.jspecify.annotations.Nullable;

/// The text of a new `dryrun.toml`.
public final class Scaffold {

    private Scaffold() {}

    /// {@return a `dryrun.toml` that parses clean, with what is rarely needed as comments}
    ///
    /// @param projectId the project's id, also the first profile's name; not empty
    /// @param databaseId the database that was connected to; null when none was
    public static String text(String projectId, @Nullable String databaseId) {
        String database =
                databaseId == null
                        ? "# database_id = \"shop\""
                        : "database_id = " + Section.quoted(databaseId);
        return """
        # What DryRun knows about this project. Every key: docs/reference/configuration.md

        # Refuse to capture without a masking policy.
        # require_masks = true

        [project]
        id = %1$s

        [default]
        profile = %1$s

        # One profile for each database of the project.
        [profiles.%2$s]
        %3$s
        # masks_file = "data-masking-policy.yml"
        # mask_policies = ["pii"]

        # Another one; only commands that connect look at db_url.
        # [profiles.dev]
        # db_url = "${DATABASE_URL}"
        # database_id = "shop_dev"

        # The servers that a fleet capture visits.
        # [[node]]
        # name = "primary"
        # role = "primary"
        # url_env = "PRIMARY_URL"
        #
        # [[node]]
        # name = "replica-1"
        # role = "standby"
        # url_env = "REPLICA_1_URL"

        [query_stats]
        row_cap = 500

        # What lint holds the schema to.
        [conventions]
        # min_severity = "warning"
        # [conventions.disabled_rules]
        # rules = ["types/text_over_varchar"]
        """
                .formatted(Section.quoted(projectId), Section.bare(projectId), database);
    }
}
