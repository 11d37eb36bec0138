package dev.dryrun.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Copies of maps of options, as records hold them. Hardly any object has options, and a schema has
/// many objects.
final class OptionMap {

    private OptionMap() {}

    /// {@return what nobody can change any more}
    ///
    /// @param options by name
    /// @param <V> what stands for an option
    static <V> SortedMap<String, V> copyOf(SortedMap<String, V> options) {
        return options.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }
}
