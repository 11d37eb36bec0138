package dev.dryrun.model;

/// How much larger a table or a B-tree is than its rows should need.
///
/// An estimate: computed from the planner's row count, widths and page count.
///
/// @param expectedPages pages that the rows should fill, at least 1
/// @param actualPages `relpages`
/// @param tupleWidthBytes the width of a row or an entry, without its header
/// @param approximate whether it leaves something out: the index is partial or has an expression,
///   or a column's width is only its type's
public record Bloat(
        long expectedPages, long actualPages, long tupleWidthBytes, boolean approximate) {

    public Bloat {
        if (expectedPages < 1) {
            throw new IllegalArgumentException("rows fill at least one page");
        }
    }

    /// {@return how many times as large as expected it is: 1 is none}
    public double ratio() {
        return (double) actualPages / expectedPages;
    }
}
