package dev.dryrun.model;

/// How a sequence counts. Where it stands is no part of its definition.
///
/// Source: `pg_sequence`.
///
/// @param type `smallint`, `integer` or `bigint`
/// @param start the first value
/// @param increment the step; negative to count down
/// @param min the least value
/// @param max the greatest value
/// @param cache how many values a session takes at a time
/// @param cycle whether it starts again at the end
public record SequenceParameters(
        String type, long start, long increment, long min, long max, long cache, boolean cycle) {

    /// {@return the parameters that `CREATE SEQUENCE AS type` gives}
    ///
    /// @param type `smallint`, `integer` or `bigint`
    /// @param increment the step: the default bounds depend on its sign
    public static SequenceParameters defaults(String type, long increment) {
        long greatest =
                switch (type) {
                    case "smallint" -> Short.MAX_VALUE;
                    case "integer" -> Integer.MAX_VALUE;
                    default -> Long.MAX_VALUE;
                };
        return increment > 0
                ? new SequenceParameters(type, 1, increment, 1, greatest, 1, false)
                : new SequenceParameters(type, -1, increment, -greatest - 1, -1, 1, false);
    }
}
