package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.masking.MaskingPolicy;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// By which masking policy a command masks what it writes. A mixin.
public final class MaskOptions {

    @Mixin private final PolicyOptions policy = new PolicyOptions();

    @Option(names = "--no-masks", description = "Mask only what is always masked.")
    private boolean off;

    /// Made by the command it is mixed into.
    public MaskOptions() {}

    /// {@return the rules to mask by}
    ///
    /// @param project whose configuration may require a policy
    /// @param options name the profile and so the database
    /// @param terminal where relative paths begin
    /// @param warnings takes a line when nothing but what is always masked will be
    /// @throws ConfigException POLICY_INVALID when the policy cannot be used; MASKS_REQUIRED when
    ///   there has to be one
    public MaskRules rules(
            Project project, ProjectOptions options, Terminal terminal, List<String> warnings) {
        boolean required = project.config().requireMasks();
        if (off && required) {
            throw missing("--no-masks is refused: require_masks is set in dryrun.toml");
        }
        String database = options.key(project, terminal).databaseId();
        Optional<MaskingPolicy> found =
                off
                        ? Optional.empty()
                        : policy.find(project, options.profile(), terminal, database);
        if (found.isEmpty() && required) {
            throw missing();
        }
        if (off) {
            warnings.add("--no-masks: values of columns are stored as the server keeps them");
        } else if (found.isEmpty()) {
            warnings.add(
                    "no masking policy: values of columns are stored as the server keeps them");
        }
        return new MaskRules(
                found.orElse(null), off, required, project.config().keepJsonbHistograms());
    }

    /// {@return the refusal to go on without a policy}
    static ConfigException missing() {
        return missing(
                "require_masks is set, and there is no "
                        + MaskingPolicy.FILE_NAME
                        + " here or above");
    }

    private static ConfigException missing(String message) {
        return new ConfigException(
                ErrorCode.MASKS_REQUIRED, message, "name a policy with --masks-file");
    }
}
