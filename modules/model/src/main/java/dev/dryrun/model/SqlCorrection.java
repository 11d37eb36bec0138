package dev.dryrun.model;

import java.util.List;

/// A statement put right, so that the server would accept it.
///
/// @param sql the statement as it was probably meant; all else in it as it was written
/// @param fixes what is different, in the order of the repairs
public record SqlCorrection(String sql, List<SqlFix> fixes) {

    public SqlCorrection {
        fixes = List.copyOf(fixes);
    }
}
