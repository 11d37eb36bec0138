package dev.dryrun.cli;

import dev.dryrun.lint.Linter;
import dev.dryrun.lint.spi.LintRule;
import dev.dryrun.masking.Strategies;
import dev.dryrun.masking.spi.MaskingStrategy;
import dev.dryrun.model.Finding;
import dev.dryrun.model.PluginLayer;
import dev.dryrun.plugin.PluginStatus;
import dev.dryrun.plugin.Plugins;
import dev.dryrun.report.PluginsReport;
import dev.dryrun.report.PluginsReport.Entry;
import dev.dryrun.store.StoreTypes;
import dev.dryrun.store.spi.SnapshotStoreType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes what is shown of plugins.
///
/// @param plugins those of the command's places
/// @param terminal where relative paths begin
record PluginInspection(Plugins plugins, Terminal terminal) {

    /// {@return each, without running any}
    PluginsReport listed() {
        return new PluginsReport(
                plugins.statuses().stream()
                        .map(status -> entry(status, null, status.problems()))
                        .toList(),
                plugins.problems());
    }

    /// {@return each; what is pinned and in order is run, to see what it brings}
    PluginsReport verified() {
        return new PluginsReport(
                plugins.statuses().stream().map(this::tried).toList(), plugins.problems());
    }

    /// {@return one folder in the same way}
    PluginsReport verified(Path folder) {
        return new PluginsReport(List.of(tried(plugins.status(folder))), List.of());
    }

    private Entry tried(PluginStatus status) {
        PluginLayer layer = status.layer();
        if (layer == null) {
            return entry(status, null, status.problems());
        }
        List<String> brings = new ArrayList<>();
        List<String> problems = new ArrayList<>(status.problems());
        Strategies strategies = Strategies.load(() -> List.of(layer));
        strategies.names().stream()
                .filter(name -> strategies.find(name).filter(it -> of(layer, it)).isPresent())
                .forEach(name -> brings.add("masking strategy " + name));
        problems.addAll(strategies.problems());
        Linter linter = Linter.withPlugins(List.of(layer));
        for (LintRule rule : linter.rules()) {
            if (layer.holds(rule.getClass())) {
                brings.add("lint rule " + rule.id().text());
            }
        }
        linter.broken().stream().map(Finding::message).forEach(problems::add);
        stores(layer, brings, problems);
        return entry(status, brings, problems);
    }

    private static void stores(PluginLayer layer, List<String> brings, List<String> problems) {
        StoreTypes types = StoreTypes.load(() -> List.of(layer));
        types.names().stream()
                .filter(name -> types.find(name).filter(it -> of(layer, it)).isPresent())
                .forEach(name -> brings.add("store type " + name));
        problems.addAll(types.problems());
    }

    private static boolean of(PluginLayer layer, MaskingStrategy strategy) {
        return Strategies.folder(strategy).filter(layer.folder()::equals).isPresent();
    }

    private static boolean of(PluginLayer layer, SnapshotStoreType type) {
        return StoreTypes.folder(type).filter(layer.folder()::equals).isPresent();
    }

    private static Entry entry(
            PluginStatus status, @Nullable List<String> brings, List<String> problems) {
        return new Entry(
                status.name(),
                status.folder().toString(),
                status.origin().name().toLowerCase(Locale.ROOT),
                status.builtFor(),
                status.modules(),
                status.pin(),
                status.pinned(),
                brings,
                problems);
    }
}
