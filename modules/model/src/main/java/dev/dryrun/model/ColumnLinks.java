package dev.dryrun.model;

/// Is told of the columns of a database, and where values of one are found in another.
public interface ColumnLinks {

    /// Takes a column of a table, view, materialised view or foreign table.
    ///
    /// @param column which
    /// @param type `format_type`, qualified where it is not built in
    void column(ColumnName column, String type);

    /// Takes a way for values: to a partition or an inheritance child, to its parent, to either
    /// side of a foreign key, to what is generated.
    ///
    /// @param from where values are
    /// @param to where they come to be too
    void flows(ColumnName from, ColumnName to);

    /// Takes what a view reads: its values may come to be in any column of the view.
    ///
    /// @param view a view or a materialised view
    /// @param column what its query names
    void reads(QualifiedName view, ColumnName column);

    /// Takes a column by which a relation is divided into partitions, alone or in an expression.
    ///
    /// @param column of the partitioned table
    void divides(ColumnName column);
}
