package dev.dryrun.apply;

import java.sql.SQLException;

/// Carries what the server said through a consumer, which may not throw it.
final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException said;

    SqlFailure(SQLException said) {
        super(said);
        this.said = said;
    }

    SQLException said() {
        return said;
    }
}
