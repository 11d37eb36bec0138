package dev.dryrun.lint;

import dev.dryrun.lint.spi.LintRule;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ContextLoader;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Finding;
import dev.dryrun.model.PluginLayer;
import dev.dryrun.model.RuleId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The rules that were found, and what is to be said of those that could not be loaded.
///
/// @param rules by id
/// @param broken a finding for each provider that threw
record RuleRegistry(List<InstalledRule> rules, List<Finding> broken) {

    RuleRegistry {
        rules = List.copyOf(rules);
        broken = List.copyOf(broken);
    }

    static RuleRegistry of(Collection<PluginLayer> plugins) {
        Search search = new Search();
        ServiceLoader.load(LintRule.class, LintRule.class.getClassLoader()).stream()
                .forEach(provider -> search.add(provider, null));
        plugins.forEach(search::in);
        return new RuleRegistry(List.copyOf(search.found.values()), search.broken);
    }

    /// Collects providers.
    private static final class Search {
        private final SortedMap<RuleId, InstalledRule> found = new TreeMap<>();
        private final Set<RuleId> twice = new HashSet<>();
        private final List<Finding> broken = new ArrayList<>();

        /// A layer shows the providers of its parents too.
        void in(PluginLayer plugin) {
            try {
                ServiceLoader.load(plugin.layer(), LintRule.class).stream()
                        .filter(provider -> plugin.holds(provider.type()))
                        .forEach(provider -> add(provider, plugin));
            } catch (LinkageError | ServiceConfigurationError e) {
                broken.add(RuleFindings.notLoaded(plugin, e));
            }
        }

        private void add(ServiceLoader.Provider<LintRule> provider, @Nullable PluginLayer plugin) {
            InstalledRule rule;
            try (ContextLoader _ = ContextLoader.of(provider.type())) {
                LintRule made = provider.get();
                Path folder = plugin == null ? null : plugin.folder();
                rule = new InstalledRule(made.id(), made.info(), made, folder);
            } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
                broken.add(RuleFindings.notLoaded(provider.type(), plugin, e));
                return;
            }
            InstalledRule other = found.putIfAbsent(rule.id(), rule);
            if (other == null && twice.contains(rule.id())) {
                found.remove(rule.id());
                broken.add(RuleFindings.twice(rule, null));
            } else if (other != null && other.folder() != null) {
                found.remove(rule.id());
                twice.add(rule.id());
                broken.add(RuleFindings.twice(rule, other));
            } else if (other != null && rule.folder() == null) {
                throw ourOwnTwice(rule, other);
            } else if (other != null) {
                broken.add(RuleFindings.twice(rule, other));
            }
        }

        private static ConfigException ourOwnTwice(InstalledRule rule, InstalledRule other) {
            return new ConfigException(
                    ErrorCode.PLUGIN_INVALID,
                    "two lint rules have the id \"%s\": one of %s, one of %s"
                            .formatted(rule.id(), other.from(), rule.from()),
                    "remove one of the two modules");
        }
    }
}
