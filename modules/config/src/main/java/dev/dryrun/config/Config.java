package dev.dryrun.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What `dryrun.toml` says, checked. What it leaves out has its default.
///
/// @param projectId first half of every snapshot key; null means the root directory's name
/// @param defaultProfile one of `profiles`; null when none is named
/// @param profiles by name, in the file's order
/// @param requireMasks whether a capture without a masking policy is refused
/// @param keepJsonbHistograms whether histograms of jsonb columns are kept; false is the safe way
/// @param conventions what lint holds the schema to
/// @param retention what pruning keeps
/// @param queryStatsRowCap how many `pg_stat_statements` rows to capture at most
/// @param nodes in the file's order
/// @param remotes in the file's order
/// @param calendar which days are quiet
/// @param pgMustardApiKey null when not given
/// @param telemetryEnabled null when the file does not say
public record Config(
        @Nullable String projectId,
        @Nullable String defaultProfile,
        SequencedMap<String, Profile> profiles,
        boolean requireMasks,
        boolean keepJsonbHistograms,
        Conventions conventions,
        Retention retention,
        long queryStatsRowCap,
        List<Node> nodes,
        List<Remote> remotes,
        WorkCalendar calendar,
        @Nullable Secret pgMustardApiKey,
        @Nullable Boolean telemetryEnabled) {

    public Config {
        profiles = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(profiles));
        nodes = List.copyOf(nodes);
        remotes = List.copyOf(remotes);
    }

    /// {@return what an empty `dryrun.toml` says}
    public static Config defaults() {
        return ConfigReader.read("", "dryrun.toml");
    }

    /// {@return the same with other remotes}
    Config withRemotes(List<Remote> others) {
        return new Config(
                projectId,
                defaultProfile,
                profiles,
                requireMasks,
                keepJsonbHistograms,
                conventions,
                retention,
                queryStatsRowCap,
                nodes,
                others,
                calendar,
                pgMustardApiKey,
                telemetryEnabled);
    }

    /// {@return what a file says}
    ///
    /// @param file a `dryrun.toml`
    /// @param shownAs what to call the file in messages
    /// @throws dev.dryrun.model.ConfigException `CONFIG_INVALID` when it cannot be read, is not
    ///   TOML, has an unknown key, or a value of the wrong type
    public static Config read(Path file, String shownAs) {
        return ConfigReader.read(ConfigFile.text(file, shownAs), shownAs);
    }
}
