package dev.dryrun.report;

/// Numbers of things in a sentence.
final class Counted {

    private Counted() {}

    /// {@return `1 finding`, `2 findings`}
    static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
