package dev.dryrun.advise;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A plan as EXPLAIN shows it.
///
/// @param root the top node
/// @param planningTimeMs empty when EXPLAIN did not say
/// @param executionTimeMs empty without ANALYZE
/// @param jit what was compiled; null when nothing was
/// @param triggers the triggers that were fired, in the server's order; empty without ANALYZE
public record Plan(
        PlanNode root,
        OptionalDouble planningTimeMs,
        OptionalDouble executionTimeMs,
        @Nullable Jit jit,
        List<FiredTrigger> triggers) {

    public Plan {
        triggers = List.copyOf(triggers);
    }

    /// What just-in-time compilation did.
    ///
    /// @param functions how many it compiled
    /// @param totalTimeMs how long that took; empty without ANALYZE
    public record Jit(int functions, OptionalDouble totalTimeMs) {}

    /// A trigger, of a constraint or not.
    ///
    /// @param name the constraint's name where it has one, else the trigger's
    /// @param relation what it is on; null when EXPLAIN's text form left it out
    /// @param timeMs of all calls together; empty with TIMING OFF
    /// @param calls how often it was called
    public record FiredTrigger(
            String name, @Nullable String relation, OptionalDouble timeMs, long calls) {}
}
