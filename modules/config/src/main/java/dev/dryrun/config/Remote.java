package dev.dryrun.config;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// `[[remote]]`: a place that snapshots are pushed to and pulled from. Secrets never stand here.
///
/// @param name what profiles and `--remote` call it; unique
/// @param type the store's name; empty means that `ref` says it
/// @param ref where it is, in the store's own terms
/// @param isDefault whether it is meant when no remote is named
/// @param options every other key, numbers and flags as their texts: the store's own, which knows
///   them
public record Remote(
        String name, String type, String ref, boolean isDefault, Map<String, String> options) {

    /// Copies the options, in order of their keys.
    public Remote {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }
}
