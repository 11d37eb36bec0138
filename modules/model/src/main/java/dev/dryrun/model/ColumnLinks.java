package dev.dryrun.model;

import java.util.List;

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

    /// Takes a type that somebody made.
    ///
    /// @param type a domain, a composite type, a range, an enumeration
    /// @param parts the types that its values are made of, as [#column] takes them
    void type(QualifiedName type, List<String> parts);

    /// Takes a type whose definition lists every value.
    ///
    /// @param type an enumeration; [#type] takes it too
    void lists(QualifiedName type);

    /// Takes a function that is given values of a relation or a type: in a condition, an
    /// expression, a trigger, a policy, a rule or a query of it.
    ///
    /// @param function its name without the types of its arguments
    /// @param owner whose values, a relation's or a type's
    void serves(QualifiedName function, QualifiedName owner);
}
