package dev.dryrun.masking.spi;

/// Where values of a column stand in the planner's statistics.
///
/// What stands elsewhere is always removed with a hidden column's values: extended statistics,
/// expressions, counts of elements, lengths of ranges.
public enum ValueRole {
    /// `most_common_vals`: distinct, the most frequent first.
    MOST_COMMON_VALUES("most_common_vals"),
    /// `histogram_bounds`: rising, by the order of the column.
    HISTOGRAM_BOUNDS("histogram_bounds"),
    /// `most_common_elems` of an array or a `tsvector`: distinct, rising. The type is the
    /// element's.
    MOST_COMMON_ELEMENTS("most_common_elems");

    private final String word;

    ValueRole(String word) {
        this.word = word;
    }

    /// {@return the column of `pg_stats` that holds them}
    public String word() {
        return word;
    }
}
