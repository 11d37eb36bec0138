package dev.dryrun.masking;

import dev.dryrun.masking.spi.ColumnValues;
import dev.dryrun.masking.spi.ValueRole;
import dev.dryrun.masking.strategy.Position;
import dev.dryrun.masking.strategy.ValueKind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Lets a strategy mask the values of one column, and trusts nothing it gives.
///
/// Where it throws, or gives something that cannot be, there is no result: the values are removed.
/// What an exception says is never told on: it may hold a value.
///
/// @param strategy which, and how
/// @param column as a warning calls it
/// @param type innermost, as `format_type` writes it
/// @param warnings takes one line for each failure
record StrategyRun(ChosenStrategy strategy, String column, String type, Consumer<String> warnings) {

    /// {@return whether there is anything to expect: not of a strategy that removes}
    boolean keeps() {
        return !strategy.traits().removes();
    }

    /// {@return a result for each value; empty when they are to be removed}
    ///
    /// @param role where they stand
    /// @param values as the server gave them, an array
    Optional<List<String>> mask(ValueRole role, String values) {
        if (!keeps() || !fits(role)) {
            return Optional.empty();
        }
        Optional<List<String>> read = ArrayLiteral.read(values).filter(list -> !list.isEmpty());
        if (read.isEmpty()) {
            return failed(role, "has values that are not understood");
        }
        try {
            if (!strategy.mask().handles(type, role)) {
                return failed(role, "is " + type + ", which " + strategy.name() + " cannot mask");
            }
            Optional<List<String>> results =
                    strategy.mask().mask(new ColumnValues(type, role, read.get()));
            return results.isEmpty()
                    ? failed(role, "has values that " + strategy.name() + " does not mask")
                    : checked(role, read.get().size(), results.get());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return failed(
                    role,
                    "made the strategy "
                            + strategy.shown()
                            + " fail: "
                            + e.getClass().getSimpleName());
        }
    }

    private boolean fits(ValueRole role) {
        return switch (role) {
            case MOST_COMMON_VALUES -> true;
            case HISTOGRAM_BOUNDS -> strategy.traits().order().kept();
            case MOST_COMMON_ELEMENTS ->
                    strategy.traits().order().kept() && strategy.traits().injective();
        };
    }

    private Optional<List<String>> checked(ValueRole role, int count, List<String> results) {
        if (results.size() != count) {
            return nonsense(role, "gave " + results.size() + " results for " + count + " values");
        }
        if (results.stream().anyMatch(Objects::isNull)) {
            return nonsense(role, "gave no result for a value");
        }
        Optional<ValueKind> kind = ValueKind.of(type);
        if (kind.isPresent()
                && results.stream().anyMatch(result -> kind.get().read(result).isEmpty())) {
            return nonsense(role, "gave what is no " + type);
        }
        if (role != ValueRole.MOST_COMMON_VALUES && !rise(kind, results)) {
            return nonsense(role, "gave results that do not rise");
        }
        if (role == ValueRole.MOST_COMMON_ELEMENTS
                && new HashSet<>(results).size() != results.size()) {
            return nonsense(role, "gave one result for two values");
        }
        return Optional.of(List.copyOf(results));
    }

    private static boolean rise(Optional<ValueKind> kind, List<String> results) {
        Comparator<String> order =
                kind.isPresent()
                        ? Comparator.comparing(result -> position(kind.get(), result))
                        : Comparator.naturalOrder();
        for (int i = 1; i < results.size(); i++) {
            if (order.compare(results.get(i - 1), results.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static Position position(ValueKind kind, String result) {
        return kind.read(result).orElseThrow();
    }

    private Optional<List<String>> nonsense(ValueRole role, String what) {
        return failed(role, "is masked by " + strategy.shown() + ", which " + what);
    }

    private Optional<List<String>> failed(ValueRole role, String why) {
        warnings.accept(column + " " + why + "; its " + role.word() + " were removed");
        return Optional.empty();
    }
}
