package dev.dryrun.model;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// By what rules a snapshot was masked. It stands beside the snapshot, not in it: equal content
/// under two policies has one hash.
///
/// @param policy what tells the policy from others, 64 hexadecimal digits over which columns it
///   hides and how; null when there was none
/// @param off whether `--no-masks` was given; then there was none
/// @param hiddenColumns how many columns the policy hid, copies included
/// @param strategies the names of the strategies that masked them
/// @param keepJsonHistograms whether histograms of JSON stayed
public record AppliedMasking(
        @Nullable String policy,
        boolean off,
        int hiddenColumns,
        SortedSet<String> strategies,
        boolean keepJsonHistograms) {

    /// Nothing but what is always removed went.
    public static final AppliedMasking NONE =
            new AppliedMasking(null, false, 0, Collections.emptySortedSet(), false);

    public AppliedMasking {
        strategies = Collections.unmodifiableSortedSet(new TreeSet<>(strategies));
    }
}
