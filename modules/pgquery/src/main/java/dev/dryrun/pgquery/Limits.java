package dev.dryrun.pgquery;

/// What the parser is asked at most. Each limit ends in a [ParseError] of kind
/// [ParseError.Kind#TOO_COMPLEX], never in a dead process.
public final class Limits {

    /// The largest text. Larger files are data, not statements to reason about; the parser's own
    /// memory for one byte of SQL is about a hundred.
    public static final int INPUT_BYTES_MAX = 16 * 1024 * 1024;

    /// The largest tree as JSON. A tree takes about ten times as much heap as its JSON, and a
    /// server process has some hundred megabytes.
    public static final int TREE_BYTES_MAX = 24 * 1024 * 1024;

    /// How deep a tree may nest, in levels of JSON, two or three to an operator. Whoever walks a
    /// tree may recurse that far on a thread of ordinary size.
    public static final int TREE_DEPTH_MAX = 3_000;

    /// The most work that runs of operator characters may make. PostgreSQL's scanner takes a run as
    /// long as it can and puts most of it back, so a run of 200,000 (`/*/*/*…`, `++++…`) keeps it
    /// busy for half a minute; this many squared lengths are a twentieth of a second, and whoever
    /// checks a text scans it more than once.
    static final long OPERATOR_RUNS_MAX = 40_000_000L;

    /// The longest run that is not counted: lines of dashes or stars in ordinary files.
    static final int OPERATOR_RUN_USUAL = 150;

    /// The largest text for a library that does not watch its stack: what it can nest then fits
    /// [#UNGUARDED_STACK_BYTES].
    static final int UNGUARDED_INPUT_BYTES_MAX = 256 * 1024;

    /// The stack of a thread that calls a library that does not watch it. Only what is used of it
    /// becomes memory.
    static final long UNGUARDED_STACK_BYTES = 512L * 1024 * 1024;

    /// The stack of a thread that calls a library that does: it uses at most 2 MB.
    static final long STACK_BYTES = 16L * 1024 * 1024;

    private Limits() {}
}
