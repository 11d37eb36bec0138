package dev.dryrun.query;

import dev.dryrun.pgquery.tree.CommonTableExpr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query that WITH names.
final class Cte {

    private final CommonTableExpr node;
    private State state = State.PENDING;
    private @Nullable List<Col> columns;

    /// How far it has been analysed.
    enum State {
        PENDING,
        RUNNING,
        DONE
    }

    Cte(CommonTableExpr node) {
        this.node = node;
    }

    String name() {
        return node.ctename();
    }

    CommonTableExpr node() {
        return node;
    }

    State state() {
        return state;
    }

    void begin() {
        state = State.RUNNING;
    }

    void end() {
        state = State.DONE;
    }

    /// {@return its columns; null while or when they are not known}
    @Nullable List<Col> columns() {
        return columns;
    }

    void learn(@Nullable List<Col> found) {
        columns = found;
    }
}
