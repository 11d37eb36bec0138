package dev.dryrun.mcp.protocol;

/// One line of input.
public sealed interface Line {

    /// A line of text.
    ///
    /// @param text without its end
    record Text(String text) implements Line {}

    /// A line of more bytes than are taken. It was read to its end and not kept.
    record TooLong() implements Line {}

    /// A line that is not UTF-8.
    record NotUtf8() implements Line {}
}
