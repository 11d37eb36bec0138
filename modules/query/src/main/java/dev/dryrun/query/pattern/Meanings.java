package dev.dryrun.query.pattern;

import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.SelectStmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the names of one statement were found to mean.
public interface Meanings {

    /// {@return the columns that a reference stands for: several where a join merged them, none
    /// when that is not known}
    ///
    /// @param reference no star
    List<ColumnUse> columns(ColumnRef reference);

    /// {@return the columns that a star stands for, in order; null when they are not all known}
    ///
    /// @param reference one that ends in a star
    @Nullable List<ColumnUse> star(ColumnRef reference);

    /// {@return whether there is any star}
    boolean hasStars();

    /// {@return the item that a part of FROM or the target of a write is; null when it was not
    /// looked at}
    ///
    /// @param part a `RangeVar`, a `RangeSubselect` …
    @Nullable FromItem item(Node part);

    /// {@return the query that gives an item its rows: a subquery, or one that WITH names; null
    /// when there is none}
    ///
    /// @param item one of [#item]
    @Nullable Node query(FromItem item);

    /// {@return whether a query groups or aggregates, or may do so}
    boolean aggregates(SelectStmt select);
}
