package dev.dryrun.query;

import dev.dryrun.model.Relation;
import dev.dryrun.model.StatementVerdict;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.RangeVar;
import dev.dryrun.query.pattern.FromItem;
import dev.dryrun.query.pattern.Meanings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A statement as it was read to be checked: for those who have more to say of it.
public final class ReadStatement {

    private final StatementVerdict verdict;
    private final @Nullable Node tree;
    private final @Nullable Meanings meanings;

    ReadStatement(StatementVerdict verdict, @Nullable Node tree, @Nullable Meanings meanings) {
        this.verdict = verdict;
        this.tree = tree;
        this.meanings = meanings;
    }

    /// {@return what the server would say of it}
    public StatementVerdict verdict() {
        return verdict;
    }

    /// {@return its tree, in which the placeholders of client libraries are parameters; null when
    /// the server could not parse it}
    public @Nullable Node tree() {
        return tree;
    }

    /// {@return the captured relation that a part of FROM, or the target of a write, stands for;
    /// empty when it is none, such as a query of WITH, or when that is not known}
    ///
    /// @param range a node of the tree
    public Optional<Relation> relation(RangeVar range) {
        FromItem item = meanings == null ? null : meanings.item(range);
        return Optional.ofNullable(item == null ? null : item.relation());
    }
}
