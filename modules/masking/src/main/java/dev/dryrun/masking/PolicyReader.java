package dev.dryrun.masking;

import dev.dryrun.masking.PolicyTree.Entries;
import dev.dryrun.masking.PolicyTree.Entry;
import dev.dryrun.masking.PolicyTree.Items;
import dev.dryrun.masking.PolicyTree.Place;
import dev.dryrun.masking.PolicyTree.Text;
import dev.dryrun.model.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Understands a policy file, version 1. Other tools share it: keys it does not know are theirs.
///
/// @param errors names the file
/// @param strategies those that a column may name
record PolicyReader(PolicyErrors errors, Strategies strategies) {

    private static final String VERSION = "1";
    private static final int MOST_COLUMNS = 1_000_000;

    MaskingPolicy read(String text, String databaseId, List<String> policies) {
        PolicyTree top =
                PolicyYaml.read(errors, text)
                        .orElseThrow(() -> errors.at(null, "the file is empty"));
        Entry version = required(top, "version");
        if (!word(version.value()).equals(VERSION)) {
            throw errors.at(
                    version.value().place(),
                    "version " + word(version.value()) + " is not known; this reads version 1");
        }
        Entries block = block(required(top, "databases"), databaseId);
        Optional<Set<String>> tags = tags(top, policies);
        List<PolicyColumn> columns = columns(block, tags);
        List<String> warnings = new ArrayList<>(strategies.problems());
        warnings.addAll(warnings(tags, columns));
        return new MaskingPolicy(errors.file(), databaseId, policies, columns, warnings);
    }

    private Entries block(Entry databases, String databaseId) {
        Entries blocks = entries(databases.value(), "databases");
        Entry block =
                find(blocks, databaseId)
                        .orElseThrow(() ->
                                errors.at(
                                        databases.place(),
                                        "no block for the database \"" + databaseId + "\"",
                                        "the file has "
                                                + listed(names(blocks))
                                                + "; a database without masked columns needs an"
                                                + " empty block, \"columns: {}\""));
        return entries(block.value(), databaseId);
    }

    private Optional<Set<String>> tags(PolicyTree top, List<String> policies) {
        if (policies.isEmpty()) {
            return Optional.empty();
        }
        Entries known = entries(required(top, "policies").value(), "policies");
        Set<String> tags = new TreeSet<>();
        for (String policy : policies) {
            Entry entry =
                    find(known, policy)
                            .orElseThrow(() ->
                                    errors.at(
                                            known.place(),
                                            "no policy \"" + policy + "\"",
                                            "the file has " + listed(names(known))));
            Entry include = required(entry.value(), "include_tags");
            tags.addAll(words(include.value(), "include_tags"));
        }
        return Optional.of(tags);
    }

    private static List<String> warnings(Optional<Set<String>> tags, List<PolicyColumn> columns) {
        Set<String> unused = new TreeSet<>(tags.orElse(Set.of()));
        columns.forEach(column -> unused.removeAll(column.tags()));
        return unused.stream().map(tag -> "no column carries the tag \"" + tag + "\"").toList();
    }

    private List<PolicyColumn> columns(Entries block, Optional<Set<String>> tags) {
        Entry listed =
                find(block, "columns")
                        .orElseThrow(() ->
                                errors.at(
                                        block.place(),
                                        "\"columns\" is missing" + meant("columns", block)));
        Entries entries = entries(listed.value(), "columns");
        if (entries.entries().size() > MOST_COLUMNS) {
            throw errors.at(entries.place(), "more than " + MOST_COLUMNS + " columns");
        }
        List<PolicyColumn> columns = new ArrayList<>();
        StrategyReader reader = new StrategyReader(errors, strategies);
        PolicyTree last = null;
        List<String> itsTags = List.of();
        ChosenStrategy strategy = ChosenStrategy.NULL;
        for (Entry entry : entries.entries()) {
            if (!Objects.equals(entry.value(), last)) {
                List<Entry> said = said(entry);
                itsTags = tags(said);
                strategy = reader.read(said);
                last = entry.value();
            }
            PolicyColumn column = column(entry, itsTags, strategy);
            if (tags.isEmpty() || itsTags.stream().anyMatch(tags.get()::contains)) {
                columns.add(column);
            }
        }
        return columns;
    }

    private PolicyColumn column(Entry entry, List<String> tags, ChosenStrategy strategy) {
        Optional<List<String>> key = PolicyKey.parts(entry.name());
        if (key.isEmpty()) {
            throw errors.at(
                    entry.place(),
                    "\"" + entry.name() + "\" is neither table.column nor schema.table.column");
        }
        List<String> parts = key.get();
        return new PolicyColumn(
                parts.size() == 3 ? parts.getFirst() : null,
                parts.get(parts.size() - 2),
                parts.getLast(),
                tags,
                strategy,
                entry.name(),
                entry.place().line(),
                entry.place().column());
    }

    private List<String> tags(List<Entry> said) {
        Optional<Entry> tags = find(said, "tags");
        return tags.isEmpty()
                ? List.of()
                : List.copyOf(new TreeSet<>(words(tags.get().value(), "tags")));
    }

    /// A column may be listed with nothing to say of it: `table.column:` or `table.column: ~`.
    private List<Entry> said(Entry column) {
        if (column.value() instanceof Text(String word, Place _)
                && (word.isEmpty() || word.equals("~") || word.equals("null"))) {
            return List.of();
        }
        return entries(column.value(), column.name()).entries();
    }

    private Entry required(PolicyTree tree, String name) {
        Entries entries = entries(tree, "the file");
        return find(entries, name)
                .orElseThrow(() ->
                        errors.at(
                                entries.place(),
                                "\"" + name + "\" is missing" + meant(name, entries)));
    }

    private static String meant(String name, Entries entries) {
        return Nearest.one(name, names(entries))
                .map(near -> "; did \"" + near + "\" mean it?")
                .orElse("");
    }

    private static Optional<Entry> find(Entries entries, String name) {
        return find(entries.entries(), name);
    }

    private static Optional<Entry> find(List<Entry> entries, String name) {
        for (Entry entry : entries) {
            if (entry.name().equals(name)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static List<String> names(Entries entries) {
        return entries.entries().stream().map(Entry::name).toList();
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private Entries entries(PolicyTree tree, String what) {
        if (tree instanceof Entries entries) {
            return entries;
        }
        throw errors.at(tree.place(), what + " must be a map of keys and values");
    }

    private List<String> words(PolicyTree tree, String what) {
        if (!(tree instanceof Items(List<PolicyTree> items, Place _))) {
            throw errors.at(tree.place(), what + " must be a list, [one, two]");
        }
        List<String> words = new ArrayList<>(items.size());
        items.forEach(item -> words.add(word(item)));
        return words;
    }

    private String word(PolicyTree tree) {
        if (tree instanceof Text(String word, Place _)) {
            return word;
        }
        throw errors.at(tree.place(), "a word is wanted here");
    }
}
