package dev.dryrun.query.pattern;

import dev.dryrun.pgquery.tree.Node;
import java.util.ArrayList;
import java.util.List;

/// One query, of perhaps several within one another: what it reads, and under which conditions.
final class Level {

    private final Node node;
    private final Role role;
    private final boolean limited;
    private final List<Source> sources = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<List<Source>> crossed = new ArrayList<>();
    private boolean sampled;

    /// What becomes of its rows.
    enum Role {
        /// The client gets them.
        RESULT,
        /// They go into a table, a view, a file or a cursor.
        STORED,
        /// Another query reads them.
        TABLE,
        /// Only whether there are any counts.
        EXISTS,
        /// They are a value or a list of values.
        VALUE
    }

    /// Makes one that reads nothing yet.
    ///
    /// @param node a `SelectStmt`, an `UpdateStmt`, a `DeleteStmt` or a `MergeStmt`
    /// @param limited whether it, or what it is a part of, has LIMIT or FETCH
    Level(Node node, Role role, boolean limited) {
        this.node = node;
        this.role = role;
        this.limited = limited;
    }

    Node node() {
        return node;
    }

    Role role() {
        return role;
    }

    boolean limited() {
        return limited;
    }

    /// {@return the leaves of FROM, the target of a write first}
    List<Source> sources() {
        return sources;
    }

    /// {@return what all hold: the parts of WHERE and of the conditions of joins that AND joins}
    List<Condition> conditions() {
        return conditions;
    }

    /// {@return sources that the text itself says to combine each with each: CROSS JOIN, ON true}
    List<List<Source>> crossed() {
        return crossed;
    }

    /// {@return whether it reads a part of a table only: TABLESAMPLE}
    boolean sampled() {
        return sampled;
    }

    void sample() {
        sampled = true;
    }
}
