package dev.dryrun.query;

import dev.dryrun.pgquery.tree.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query that WITH names.
final class Cte {

    private final String name;
    private final Node node;
    private State state = State.PENDING;
    private @Nullable List<Col> columns;

    /// How far it has been analysed.
    enum State {
        PENDING,
        RUNNING,
        DONE
    }

    Cte(String name, Node node) {
        this.name = name;
        this.node = node;
    }

    String name() {
        return name;
    }

    Node node() {
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
