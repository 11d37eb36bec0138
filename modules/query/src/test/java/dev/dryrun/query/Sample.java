package dev.dryrun.query;

/// A statement that others wrote.
///
/// @param types of its parameters as PREPARE takes them, `integer, text`; empty to leave them to
///   the server
/// @param sql the statement
record Sample(String types, String sql) {

    static Sample of(String sql) {
        return new Sample("", sql);
    }

    /// {@return what stands before the statement}
    String prefix() {
        return types.isEmpty() ? Oracle.PREPARE : "PREPARE oracle (" + types + ") AS ";
    }
}
