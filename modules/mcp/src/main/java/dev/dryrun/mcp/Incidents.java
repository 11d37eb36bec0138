package dev.dryrun.mcp;

/// Told of mistakes in DryRun that a session survived.
@FunctionalInterface
interface Incidents {

    /// Takes note of one.
    ///
    /// @param where what was being done
    /// @param cause what was thrown
    void happened(String where, Throwable cause);

    /// {@return those that write to the log. The logger is made when the first one happens: making
    /// it takes longer than a handshake}
    static Incidents logged() {
        return (where, cause) ->
                System.getLogger("dev.dryrun.mcp")
                        .log(System.Logger.Level.ERROR, where + " failed", cause);
    }
}
