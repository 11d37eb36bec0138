package dev.dryrun.advise;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What EXPLAIN's text form says below the tree: times, triggers, compilation.
final class PlanFoot {

    private static final Pattern TIME = Pattern.compile("(Planning|Execution) Time: ([\\d.]+) ms");
    private static final Pattern FUNCTIONS = Pattern.compile("Functions: (\\d{1,9})");
    private static final Pattern TIMING = Pattern.compile("Timing: .*Total ([\\d.]+) ms.*");
    private static final Pattern TRIGGER =
            Pattern.compile(
                    "Trigger(?: (?!for constraint )(\\S+|\".+?\"))?"
                            + "(?: for constraint (\\S+|\".+?\"))?"
                            + "(?: on (.+?))?: (?:time=([\\d.]+) )?calls=(\\d{1,18})");

    /// No line that is looked at is longer.
    private static final int CHARS_MAX = 2_000;

    private OptionalDouble planningTimeMs = OptionalDouble.empty();
    private OptionalDouble executionTimeMs = OptionalDouble.empty();
    private @Nullable Integer functions;
    private OptionalDouble compilationTimeMs = OptionalDouble.empty();
    private final List<Plan.FiredTrigger> triggers = new ArrayList<>();

    /// Takes one line, without its indent.
    void take(String line) {
        if (line.length() > CHARS_MAX) {
            return;
        }
        Matcher time = TIME.matcher(line);
        Matcher compiled = FUNCTIONS.matcher(line);
        Matcher timing = TIMING.matcher(line);
        Matcher trigger = TRIGGER.matcher(line);
        if (time.matches()) {
            OptionalDouble ms = number(time.group(2));
            if (time.group(1).equals("Planning")) {
                planningTimeMs = ms;
            } else {
                executionTimeMs = ms;
            }
        } else if (compiled.matches()) {
            functions = Integer.valueOf(compiled.group(1));
        } else if (timing.matches()) {
            compilationTimeMs = number(timing.group(1));
        } else if (trigger.matches()) {
            String constraint = trigger.group(2);
            triggers.add(
                    new Plan.FiredTrigger(
                            constraint == null ? String.valueOf(trigger.group(1)) : constraint,
                            trigger.group(3),
                            trigger.group(4) == null
                                    ? OptionalDouble.empty()
                                    : number(trigger.group(4)),
                            Long.parseLong(trigger.group(5))));
        }
    }

    Plan plan(PlanNode root) {
        return new Plan(
                root,
                planningTimeMs,
                executionTimeMs,
                functions == null ? null : new Plan.Jit(functions, compilationTimeMs),
                triggers);
    }

    private static OptionalDouble number(String digits) {
        try {
            return OptionalDouble.of(Double.parseDouble(digits));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
