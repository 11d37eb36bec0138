package dev.dryrun.lint;

import dev.dryrun.lint.spi.LintRule;
import dev.dryrun.model.Finding;
import dev.dryrun.model.PluginLayer;
import dev.dryrun.model.Providers;
import dev.dryrun.model.RuleId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// The rules that were found, and what is to be said of those that could not be loaded.
///
/// @param rules by id
/// @param broken a finding for each provider that threw, or whose id another has
record RuleRegistry(List<InstalledRule> rules, List<Finding> broken) {

    RuleRegistry {
        rules = List.copyOf(rules);
        broken = List.copyOf(broken);
    }

    static RuleRegistry of(Collection<PluginLayer> plugins) {
        Providers<LintRule, RuleId, InstalledRule> providers =
                new Providers<>(
                        new Providers.Kind<>(
                                "a lint rule",
                                layer -> ServiceLoader.load(layer, LintRule.class),
                                RuleRegistry::installed),
                        () -> List.copyOf(plugins));
        providers.addOwn(ServiceLoader.load(LintRule.class, LintRule.class.getClassLoader()));
        List<InstalledRule> rules = List.copyOf(providers.all().values());
        return new RuleRegistry(
                rules, providers.problems().stream().map(RuleFindings::notUsed).toList());
    }

    /// What it says of itself is asked once.
    private static Optional<Map.Entry<RuleId, InstalledRule>> installed(
            LintRule made, @Nullable PluginLayer plugin) {
        Path folder = plugin == null ? null : plugin.folder();
        InstalledRule rule = new InstalledRule(made.id(), made.info(), made, folder);
        return Optional.of(Map.entry(rule.id(), rule));
    }
}
