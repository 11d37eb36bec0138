package dev.dryrun.cli;

import dev.dryrun.config.Profile;
import dev.dryrun.config.Project;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.masking.MaskingPolicy;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// By which masking policy a command masks what it writes. A mixin.
public final class MaskOptions {

    @Option(
            names = "--masks-file",
            paramLabel = "FILE",
            description = "The masking policy; default: the profile's, then the nearest upward.")
    private @Nullable Path file;

    @Option(
            names = "--mask-policy",
            paramLabel = "NAME",
            description = "Mask only columns tagged for this policy; may be repeated.")
    private List<String> policies = new ArrayList<>();

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
        Optional<Profile> profile = project.profile(options.profile(), terminal.environment());
        Optional<Path> found = off ? Optional.empty() : find(project, profile, terminal);
        if (found.isEmpty() && required) {
            throw new ConfigException(
                    ErrorCode.MASKS_REQUIRED,
                    off
                            ? "--no-masks is refused: require_masks is set in dryrun.toml"
                            : "require_masks is set, and there is no "
                                    + MaskingPolicy.FILE_NAME
                                    + " here or above",
                    "name a policy with --masks-file");
        }
        if (off) {
            warnings.add("--no-masks: values of columns are stored as the server keeps them");
        } else if (found.isEmpty()) {
            warnings.add(
                    "no masking policy: values of columns are stored as the server keeps them");
        }
        List<String> chosen =
                policies.isEmpty()
                        ? profile.map(Profile::maskPolicies).orElse(List.of())
                        : policies;
        String database = options.key(project, terminal).databaseId();
        return new MaskRules(
                found.map(path -> MaskingPolicy.read(path, database, chosen)).orElse(null),
                off,
                required,
                project.config().keepJsonbHistograms());
    }

    private Optional<Path> find(Project project, Optional<Profile> profile, Terminal terminal) {
        if (file != null) {
            return Optional.of(terminal.resolve(file));
        }
        return profile.map(Profile::masksFile)
                .map(project.root()::resolve)
                .or(() -> nearest(terminal.directory()));
    }

    private static Optional<Path> nearest(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(MaskingPolicy.FILE_NAME);
            if (Files.exists(candidate)) {
                return Optional.of(candidate);
            }
            if (Files.exists(folder.resolve(".git"))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
