package dev.dryrun.lint;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.lint.spi.LintRule;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.Finding;
import dev.dryrun.model.PluginLayer;
import java.util.Collection;
import java.util.List;

/// Holds captured schemas against the rules that are installed.
///
/// Immutable; any thread may call it, each with a catalog of its own.
public final class Linter {

    private final RuleRegistry registry;

    private Linter(RuleRegistry registry) {
        this.registry = registry;
    }

    /// {@return a linter with the rules of the running image and no drop-ins}
    public static Linter withBuiltInRules() {
        return withPlugins(List.of());
    }

    /// {@return a linter with the rules of the running image and of drop-ins, on equal terms}
    ///
    /// A drop-in that brings what cannot be used becomes a finding.
    ///
    /// @param plugins those that are built for this interface
    /// @throws ConfigException PLUGIN_INVALID when two rules of the image have one id
    public static Linter withPlugins(Collection<PluginLayer> plugins) {
        return new Linter(RuleRegistry.of(plugins));
    }

    /// {@return the rules, by id}
    public List<LintRule> rules() {
        return registry.rules().stream().map(InstalledRule::rule).toList();
    }

    /// {@return what is to be said of rules that cannot be used; every run says it too}
    public List<Finding> broken() {
        return registry.broken();
    }

    /// {@return what the rules say about a schema}
    ///
    /// Walks the schema once, one table in memory at a time. A rule that throws is left out from
    /// there on, and a finding says so; so does one for a disabled rule that does not exist.
    ///
    /// @param catalog the schema
    /// @param settings which rules, over what
    /// @throws dev.dryrun.model.HistoryException when the catalog's file turns out to be damaged
    public LintReport run(Catalog catalog, LintSettings settings) {
        return new LintRun(registry, catalog, settings).report();
    }
}
