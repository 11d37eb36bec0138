package dev.dryrun.advise;

/// A line of EXPLAIN's output.
///
/// @param number in the file, from 1
/// @param text without what a client drew around it
record PlanLine(int number, String text) {

    /// {@return how many spaces it begins with}
    int indent() {
        int indent = 0;
        while (indent < text.length() && text.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }
}
