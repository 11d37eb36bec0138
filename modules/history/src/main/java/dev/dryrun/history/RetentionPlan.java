package dev.dryrun.history;

import dev.dryrun.model.Stream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which snapshots of a key a rule lets go.
///
/// @param removed newest first
/// @param pinned schemas that would go, but that something which stays is bound to
record RetentionPlan(List<StoredSnapshot> removed, List<StoredSnapshot> pinned) {

    RetentionPlan {
        removed = List.copyOf(removed);
        pinned = List.copyOf(pinned);
    }

    /// {@return the plan}
    ///
    /// @param all the snapshots of one key, newest first
    /// @param rule what to keep
    static RetentionPlan of(List<StoredSnapshot> all, RetentionRule rule) {
        Map<Stream, Long> seen = new HashMap<>();
        List<StoredSnapshot> old = new ArrayList<>();
        Set<Long> bound = new HashSet<>();
        for (StoredSnapshot row : all) {
            Stream stream = row.info().stream();
            long place = seen.merge(stream, 1L, Long::sum);
            long keep =
                    switch (stream) {
                        case Stream.Schema _ -> rule.keepSchemas();
                        case Stream.Planner _ -> rule.keepPlanner();
                        case Stream.Activity _ -> 1;
                        case Stream.Query _ -> 1;
                    };
            if (keep > 0 && place > keep && row.info().takenAt().isBefore(rule.before())) {
                old.add(row);
            } else {
                bound.add(row.schemaRoot());
            }
        }
        List<StoredSnapshot> removed = new ArrayList<>();
        List<StoredSnapshot> pinned = new ArrayList<>();
        for (StoredSnapshot row : old) {
            boolean schema = row.info().stream() instanceof Stream.Schema;
            (schema && bound.contains(row.root()) ? pinned : removed).add(row);
        }
        return new RetentionPlan(removed, pinned);
    }
}
