package dev.dryrun.config;

import org.jspecify.annotations.Nullable;

/// `[[remote]]`: a place that snapshots are pushed to and pulled from. Secrets never stand here.
///
/// @param name what profiles and `--remote` call it; unique
/// @param type the store's name; empty means that `ref` says it
/// @param ref where it is, in the store's own terms
/// @param tokenVariable the environment variable that holds a token; null when none is needed
/// @param auth how to sign in, in the store's own terms; empty means the usual way
/// @param isDefault whether it is meant when no remote is named
public record Remote(
        String name,
        String type,
        String ref,
        @Nullable String tokenVariable,
        String auth,
        boolean isDefault) {}
