package dev.dryrun.masking;

import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.SequenceStatistics;
import dev.dryrun.model.ServerFact;
import dev.dryrun.model.TableActivity;
import dev.dryrun.model.TableStatistics;
import java.util.Set;

/// Takes values of rows out of documents.
///
/// What it always removes, whatever a policy says: every value slot of the statistics of `json` and
/// `jsonb` columns, of arrays, domains, ranges and composites that hold such, and of every
/// expression and extended statistics object that such a column takes part in. A JSON document as a
/// common value is a row's content, and nobody can list what is inside.
///
/// Stateless; safe for concurrent calls.
public final class Masker {

    private static final Set<String> ALWAYS_MASKED = Set.of("json", "jsonb");

    /// {@return the masker that removes what is always removed}
    public static Masker alwaysOn() {
        return new Masker();
    }

    private Masker() {}

    /// {@return the definition, which is stored as it is}
    ///
    /// @param object a captured definition
    public Masked<SchemaObject> mask(SchemaObject object) {
        return new Masked<>(object, 0);
    }

    /// {@return the fact, which names no row}
    ///
    /// @param fact a role, a tablespace, a setting
    public Masked<ServerFact> mask(ServerFact fact) {
        return new Masked<>(fact, 0);
    }

    /// {@return the activity, which holds counters only}
    ///
    /// @param activity captured counters
    public Masked<TableActivity> mask(TableActivity activity) {
        return new Masked<>(activity, 0);
    }

    /// {@return what a node says of itself: counters and states, and no value of a row}
    ///
    /// @param node captured statistics
    public Masked<NodeStatistics> mask(NodeStatistics node) {
        return new Masked<>(node, 0);
    }

    /// {@return how far the sequence has come: a count, and no value of a row}
    ///
    /// @param sequence captured statistics
    public Masked<SequenceStatistics> mask(SequenceStatistics sequence) {
        return new Masked<>(sequence, 0);
    }

    /// {@return the statistics without the values of masked columns, and of what is made of them:
    /// expressions of indexes, extended statistics}
    ///
    /// @param statistics captured statistics; each column's type is the innermost one
    public Masked<TableStatistics> mask(TableStatistics statistics) {
        return new StatisticsMask(column -> ALWAYS_MASKED.contains(column.type())).mask(statistics);
    }
}
