package dev.dryrun.json;

/// The text is not JSON, or not the JSON that was expected.
///
/// Checked, because only the caller knows what the text was: a line of a protocol, a document of a
/// corrupt file, an answer of the parser. The message says where, never what the text holds.
public final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    /// Makes one.
    ///
    /// @param message what is wrong and where, in one line
    public MalformedJsonException(String message) {
        super(message);
    }
}
