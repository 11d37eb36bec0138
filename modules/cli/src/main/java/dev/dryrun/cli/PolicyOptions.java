package dev.dryrun.cli;

import dev.dryrun.config.Profile;
import dev.dryrun.config.Project;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.masking.MaskingPolicy;
import dev.dryrun.masking.Strategies;
import dev.dryrun.model.ConfigException;
import dev.dryrun.plugin.PluginApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which masking policy a command goes by. A mixin.
final class PolicyOptions {

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

    PolicyOptions() {}

    /// {@return the policy; empty when there is none}
    ///
    /// @param project whose profile may name it
    /// @param profile the name of the profile; null for the usual one
    /// @param terminal where relative paths begin
    /// @param database whose block to read
    /// @throws ConfigException POLICY_INVALID when it cannot be used
    Optional<MaskingPolicy> find(
            Project project, @Nullable String profile, Terminal terminal, String database) {
        Optional<Profile> chosen = project.profile(profile, terminal.environment());
        List<String> names =
                policies.isEmpty() ? chosen.map(Profile::maskPolicies).orElse(List.of()) : policies;
        InstalledPlugins plugins = InstalledPlugins.of(terminal, project.root());
        return path(project, chosen, terminal)
                .map(path ->
                        MaskingPolicy.read(
                                path,
                                ProjectOptions.shown(path, terminal).toString(),
                                database,
                                names,
                                Strategies.load(() -> plugins.layers(PluginApi.MASKING))));
    }

    /// {@return the rules by which what is captured already is judged}
    ///
    /// @param project whose profile may name the policy, and whose configuration may require one
    /// @param profile the name of the profile; null for the usual one
    /// @param terminal where relative paths begin
    /// @param database whose block to read
    /// @throws ConfigException MASKS_REQUIRED when one is required and there is none;
    ///   POLICY_INVALID when it cannot be used
    MaskRules rules(Project project, @Nullable String profile, Terminal terminal, String database) {
        Optional<MaskingPolicy> found = find(project, profile, terminal, database);
        boolean required = project.config().requireMasks();
        if (found.isEmpty() && required) {
            throw MaskOptions.missing();
        }
        return new MaskRules(
                found.orElse(null), false, required, project.config().keepJsonbHistograms());
    }

    private Optional<Path> path(Project project, Optional<Profile> profile, Terminal terminal) {
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
