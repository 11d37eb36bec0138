package dev.dryrun.lint;

import dev.dryrun.lint.spi.LintRule;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Finding;
import dev.dryrun.model.RuleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The rules that were found, and what is to be said of those that could not be loaded.
///
/// @param rules by id
/// @param broken a finding for each provider that threw
record RuleRegistry(List<InstalledRule> rules, List<Finding> broken) {

    RuleRegistry {
        rules = List.copyOf(rules);
        broken = List.copyOf(broken);
    }

    static RuleRegistry of(Collection<ModuleLayer> layers) {
        Search search = new Search();
        search.in(ServiceLoader.load(LintRule.class, LintRule.class.getClassLoader()));
        layers.forEach(layer -> search.in(ServiceLoader.load(layer, LintRule.class)));
        return new RuleRegistry(List.copyOf(search.found.values()), search.broken);
    }

    /// Collects providers. A layer shows those of its parents too, hence `seen`.
    private static final class Search {
        private final SortedMap<RuleId, InstalledRule> found = new TreeMap<>();
        private final List<Finding> broken = new ArrayList<>();
        private final Set<Class<?>> seen = new HashSet<>();

        void in(ServiceLoader<LintRule> loader) {
            Iterator<ServiceLoader.Provider<LintRule>> providers = loader.stream().iterator();
            while (providers.hasNext()) {
                ServiceLoader.Provider<LintRule> provider = providers.next();
                if (seen.add(provider.type())) {
                    add(provider);
                }
            }
        }

        private void add(ServiceLoader.Provider<LintRule> provider) {
            InstalledRule rule;
            try {
                LintRule made = provider.get();
                rule = new InstalledRule(made.id(), made.info(), made);
            } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
                broken.add(RuleFindings.notLoaded(provider.type(), e));
                return;
            }
            InstalledRule other = found.putIfAbsent(rule.id(), rule);
            if (other != null) {
                throw twice(rule.id(), other.rule().getClass(), provider.type());
            }
        }

        private static ConfigException twice(RuleId id, Class<?> one, Class<?> other) {
            return new ConfigException(
                    ErrorCode.CONFIG_INVALID,
                    "two lint rules have the id \"%s\": one of module %s, one of module %s"
                            .formatted(id, RuleFindings.module(one), RuleFindings.module(other)),
                    "remove one of the two plugins, or have its author rename the rule");
        }
    }
}
