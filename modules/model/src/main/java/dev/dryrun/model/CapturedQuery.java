package dev.dryrun.model;

/// A statement as the server has it, literals perhaps included.
///
/// Not a [Document]: nothing can write it. Masking makes [QueryStatistics] of many.
///
/// @param text raw
/// @param member its id and what it has cost
public record CapturedQuery(String text, QueryMember member) {

    /// Says nothing of the text: it may hold values.
    @Override
    public String toString() {
        return "CapturedQuery[" + member + "]";
    }
}
