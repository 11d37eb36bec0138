package dev.dryrun.masking;

import java.util.List;

/// One value of a policy file, with its place.
sealed interface PolicyTree {

    /// Where something stands in the file.
    ///
    /// @param line from 1
    /// @param column from 1, in characters
    record Place(int line, int column) {}

    /// {@return where it begins}
    Place place();

    /// {@return whether another says the same, wherever it stands}
    ///
    /// @param other what is compared
    default boolean says(PolicyTree other) {
        return switch (this) {
            case Text(String value, Place _) ->
                    other instanceof Text text && value.equals(text.value);
            case Items(List<PolicyTree> items, Place _) ->
                    other instanceof Items list && say(items, list.items);
            case Entries(List<Entry> entries, Place _) ->
                    other instanceof Entries map && sayAll(entries, map.entries);
        };
    }

    private static boolean say(List<PolicyTree> some, List<PolicyTree> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = some.get(i).says(others.get(i));
        }
        return same;
    }

    private static boolean sayAll(List<Entry> some, List<Entry> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same =
                    some.get(i).name.equals(others.get(i).name)
                            && some.get(i).value.says(others.get(i).value);
        }
        return same;
    }

    /// A word or a text.
    ///
    /// @param value as written, without quotes
    /// @param place where it begins
    record Text(String value, Place place) implements PolicyTree {}

    /// A list.
    ///
    /// @param items in order
    /// @param place where it begins
    record Items(List<PolicyTree> items, Place place) implements PolicyTree {}

    /// A map.
    ///
    /// @param entries in order; no name twice
    /// @param place where it begins
    record Entries(List<Entry> entries, Place place) implements PolicyTree {}

    /// A key of a map and what it says.
    ///
    /// @param name the key
    /// @param value what it says
    /// @param place where the key begins
    record Entry(String name, PolicyTree value, Place place) {}
}
