package dev.dryrun.apply;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Writes statistics by one of the ways that a server has.
sealed interface StatisticsWriter permits RestoreFunctions, CatalogueRows {

    /// {@return the way, in words}
    String method();

    /// Takes away what there is of all columns of a relation.
    void clear(TargetRelation relation) throws SQLException;

    /// Writes how large a relation is.
    void size(TargetRelation relation, RelationSize size) throws SQLException;

    /// Writes what is known of a column; there is nothing of it yet.
    void column(TargetRelation relation, TargetColumn column, ColumnValues values)
            throws SQLException;

    /// How large a relation is said to be, as in `pg_class`.
    ///
    /// @param pages `relpages`
    /// @param rows `reltuples`
    /// @param visiblePages `relallvisible`
    /// @param frozenPages `relallfrozen`; null before 18
    record RelationSize(long pages, double rows, long visiblePages, @Nullable Long frozenPages) {}
}
