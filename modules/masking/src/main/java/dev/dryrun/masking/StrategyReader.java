package dev.dryrun.masking;

import dev.dryrun.masking.PolicyTree.Entries;
import dev.dryrun.masking.PolicyTree.Entry;
import dev.dryrun.masking.PolicyTree.Place;
import dev.dryrun.masking.PolicyTree.Text;
import dev.dryrun.masking.spi.MaskingStrategy;
import dev.dryrun.masking.spi.StrategyOptionException;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.Nearest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Understands what a policy says of the strategy of a column: `strategy: bucket` with its options
/// beside it, or all in one, `strategy: { name: bucket, width: 100 }`. Without a strategy values
/// are removed.
///
/// Other tools have keys beside ours, but none inside: there an unknown one is an error.
final class StrategyReader {

    private static final String STRATEGY = "strategy";
    private static final String NAME = "name";
    private static final Set<String> NOTHING = Set.of("", "~", "null");

    private final PolicyErrors errors;
    private final Strategies strategies;

    /// Large policies say the same of many columns.
    private final Map<ChosenStrategy, ChosenStrategy> chosen = new HashMap<>();

    /// @param errors names the file
    /// @param strategies those that a column may name
    StrategyReader(PolicyErrors errors, Strategies strategies) {
        this.errors = errors;
        this.strategies = strategies;
    }

    /// {@return how the values of a column are masked}
    ///
    /// @param column what the policy says of it
    ChosenStrategy read(List<Entry> column) {
        Entry entry = null;
        for (Entry said : column) {
            entry = said.name().equals(STRATEGY) ? said : entry;
        }
        if (entry == null
                || (entry.value() instanceof Text(String word, Place _)
                        && NOTHING.contains(word))) {
            return ChosenStrategy.NULL;
        }
        if (entry.value() instanceof Text text) {
            return choose(text, entry.place(), byName(column), false);
        }
        if (!(entry.value() instanceof Entries(List<Entry> parts, Place place))) {
            throw errors.at(entry.value().place(), "a strategy is a word, or a map with its name");
        }
        Map<String, Entry> inside = byName(parts);
        Entry name = inside.remove(NAME);
        if (name == null || !(name.value() instanceof Text text)) {
            throw errors.at(place, "\"name\" is missing: which strategy it is");
        }
        return choose(text, place, inside, true);
    }

    private static Map<String, Entry> byName(List<Entry> entries) {
        Map<String, Entry> byName = new TreeMap<>();
        entries.forEach(entry -> byName.put(entry.name(), entry));
        return byName;
    }

    private ChosenStrategy choose(Text name, Place place, Map<String, Entry> said, boolean inside) {
        MaskingStrategy strategy =
                strategies
                        .find(name.value())
                        .orElseThrow(() ->
                                errors.at(
                                        name.place(),
                                        "no masking strategy is called \"" + name.value() + "\"",
                                        "there are: " + strategies.listed(name.value())));
        try {
            SortedMap<String, String> options = options(strategy, said, inside);
            ChosenStrategy known =
                    new ChosenStrategy(
                            name.value(), options, strategy.traits(), ChosenStrategy.NULL.mask());
            ChosenStrategy made = chosen.get(known);
            if (made == null) {
                made =
                        new ChosenStrategy(
                                name.value(), options, strategy.traits(), strategy.mask(options));
                chosen.put(made, made);
            }
            return made;
        } catch (StrategyOptionException e) {
            Entry option = said.get(e.option());
            throw errors.at(
                    option == null ? place : option.value().place(),
                    name.value()
                            + ": \""
                            + e.option()
                            + "\" "
                            + e.getMessage()
                            + (option == null ? meant(e.option(), said) : ""));
        } catch (ConfigException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw errors.at(
                    place,
                    "the strategy \"" + name.value() + "\" failed: " + e.getClass().getSimpleName(),
                    "this is a mistake of "
                            + (strategy instanceof PluginStrategy(_, Path folder)
                                    ? folder.toString()
                                    : "the module that brings it"));
        }
    }

    private SortedMap<String, String> options(
            MaskingStrategy strategy, Map<String, Entry> said, boolean inside) {
        Set<String> known = strategy.options();
        SortedMap<String, String> options = new TreeMap<>();
        for (Entry entry : said.values()) {
            if (!known.contains(entry.name())) {
                if (inside) {
                    throw unknown(strategy, entry);
                }
                continue;
            }
            if (!(entry.value() instanceof Text(String word, Place _))) {
                throw errors.at(entry.value().place(), "a word is wanted here");
            }
            options.put(entry.name(), word);
        }
        return options;
    }

    private ConfigException unknown(MaskingStrategy strategy, Entry entry) {
        return errors.at(
                entry.place(),
                strategy.name()
                        + " has no option \""
                        + entry.name()
                        + "\""
                        + Nearest.one(entry.name(), strategy.options())
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse(""));
    }

    private static String meant(String option, Map<String, Entry> said) {
        return Nearest.one(option, said.keySet())
                .map(near -> "; did \"" + near + "\" mean it?")
                .orElse("");
    }
}
