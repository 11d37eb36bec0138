package dev.dryrun.model;

/// The stable code of an error. It stands in JSON and in `docs/reference/errors.md`; once released
/// it never changes its meaning.
public enum ErrorCode {
    /// The command line asks for something that does not exist or does not fit together.
    USAGE("usage", -32602),
    /// `dryrun.toml` cannot be read or says something unknown.
    CONFIG_INVALID("config_invalid", -32001),
    /// The masking policy cannot be read, is not one, or has no block for the database.
    POLICY_INVALID("policy_invalid", -32001),
    /// A masking policy is required, and there is none or it was switched off.
    MASKS_REQUIRED("masks_required", -32001),
    /// A plugin cannot be used, or two are called the same.
    PLUGIN_INVALID("plugin_invalid", -32001),
    /// No connection was named.
    CONNECTION_MISSING("connection_missing", -32002),
    /// The connection string cannot be understood.
    CONNECTION_INVALID("connection_invalid", -32002),
    /// Nothing answers at the server's address.
    SERVER_UNREACHABLE("server_unreachable", -32003),
    /// The server refused the user or the password.
    AUTHENTICATION_FAILED("authentication_failed", -32003),
    /// The server has no such database.
    DATABASE_MISSING("database_missing", -32003),
    /// The server is older than the oldest supported one.
    SERVER_TOO_OLD("server_too_old", -32003),
    /// The role may do more than read, and nobody allowed that.
    ROLE_PRIVILEGED("role_privileged", -32003),
    /// The server is a standby, and the command needs a primary.
    SERVER_STANDBY("server_standby", -32003),
    /// A node has another role than it should, or than it had when last captured.
    NODE_ROLE_CHANGED("node_role_changed", -32003),
    /// The connection leads to another database than the one captured before.
    SERVER_CHANGED("server_changed", -32003),
    /// The server ended or refused a query of the capture.
    CAPTURE_FAILED("capture_failed", -32003),
    /// The server may be production, and the command writes to it.
    TARGET_REFUSED("target_refused", -32003),
    /// The role may do less than the command needs.
    ROLE_UNPRIVILEGED("role_unprivileged", -32003),
    /// The server refused what was to be written, and nothing was.
    APPLY_FAILED("apply_failed", -32003),
    /// The database keeps nothing that could be put back.
    UNDO_MISSING("undo_missing", -32003),
    /// There is no `history.db`, or no snapshot in it.
    HISTORY_MISSING("history_missing", -32004),
    /// `history.db` is not what it should be: not a database, cut short, or altered.
    HISTORY_CORRUPT("history_corrupt", -32005),
    /// An older DryRun wrote `history.db`, and this one no longer reads that.
    HISTORY_TOO_OLD("history_too_old", -32005),
    /// A newer DryRun wrote `history.db`.
    HISTORY_TOO_NEW("history_too_new", -32005),
    /// `history.db` cannot be written: no space, no permission, another writer.
    HISTORY_UNWRITABLE("history_unwritable", -32005),
    /// Nothing answers where snapshots are shared, or not to its end.
    STORE_UNREACHABLE("store_unreachable", -32008),
    /// Who asks is not let in where snapshots are shared, or there is no room for more.
    STORE_REFUSED("store_refused", -32008),
    /// There is no such place to share snapshots in, or not this snapshot.
    STORE_MISSING("store_missing", -32008),
    /// What is shared is not what was pushed: cut short, altered, or incomplete.
    STORE_CORRUPT("store_corrupt", -32008),
    /// A newer DryRun pushed it.
    STORE_TOO_NEW("store_too_new", -32008),
    /// Pushing or pulling failed for another reason, or was interrupted.
    STORE_FAILED("store_failed", -32008),
    /// An input file cannot be read.
    INPUT_UNREADABLE("input_unreadable", -32006),
    /// A result cannot be written where it should go.
    OUTPUT_UNWRITABLE("output_unwritable", -32006),
    /// An argument names an object that the snapshot does not have.
    OBJECT_UNKNOWN("object_unknown", -32602),
    /// The SQL parser's library cannot be loaded or is not the expected one.
    PARSER_UNAVAILABLE("parser_unavailable", -32007),
    /// Something in DryRun itself is broken.
    INTERNAL("internal", -32603);

    private final String word;
    private final int jsonRpcCode;

    ErrorCode(String word, int jsonRpcCode) {
        this.word = word;
        this.jsonRpcCode = jsonRpcCode;
    }

    /// {@return the code in lower case with underscores, as it stands in JSON}
    public String word() {
        return word;
    }

    /// {@return the code of a JSON-RPC error answer}
    public int jsonRpcCode() {
        return jsonRpcCode;
    }

    /// {@return the exit status of a command that fails with it: always 2, "could not do it"}
    public int exitCode() {
        return 2;
    }
}
