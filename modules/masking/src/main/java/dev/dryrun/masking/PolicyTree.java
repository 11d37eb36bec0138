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
