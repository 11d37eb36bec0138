package dev.dryrun.pgquery.nativeapi;

/// libpg_query answered with an error instead of a result.
public final class NativeFailureException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String function;
    private final int cursor;

    NativeFailureException(String message, String function, int cursor) {
        super(message, null, false, false);
        this.function = function;
        this.cursor = cursor;
    }

    /// {@return what the parser says}
    public String what() {
        String message = getMessage();
        return message == null ? "unknown error" : message;
    }

    /// {@return the C function that raised it; empty when the library does not say}
    public String function() {
        return function;
    }

    /// {@return the place in characters (code points) of the input, from 1; 0 when none is known}
    public int cursor() {
        return cursor;
    }
}
