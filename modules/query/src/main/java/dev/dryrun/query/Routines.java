package dev.dryrun.query;

import java.util.List;

/// The functions that a name in a call may stand for.
sealed interface Routines {

    /// There may be others than those that were captured.
    record Unsure() implements Routines {}

    /// There is no schema of that name.
    record NoSchema() implements Routines {}

    /// These and no others.
    ///
    /// @param signatures may be empty; without a schema, of all schemas
    record Known(List<Signature> signatures) implements Routines {}
}
