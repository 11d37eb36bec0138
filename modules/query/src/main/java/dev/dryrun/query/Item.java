package dev.dryrun.query;

import dev.dryrun.model.Relation;
import dev.dryrun.model.Table;
import dev.dryrun.query.Col.Origin;
import dev.dryrun.query.pattern.FromItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One item of a FROM clause, as names see it. Two are the same only when they are one.
final class Item implements FromItem {

    private final @Nullable String name;
    private final @Nullable Relation relation;
    private final boolean aliased;
    private final @Nullable List<Col> columns;
    private final Form form;

    /// What else its name can stand for than a row of its columns.
    enum Form {
        /// Nothing, of most.
        ROWS,
        /// A table of the system has system columns as all tables.
        SYSTEM_TABLE,
        /// A function that gives single values: then its name stands for one.
        VALUES
    }

    /// Makes one.
    ///
    /// @param name what it goes by; null when that is not known, empty when by nothing
    /// @param relation the relation it is; null when it is none, or not known
    /// @param aliased whether it goes by an alias
    /// @param columns in order; null when they are not known, and then any name may be one
    Item(
            @Nullable String name,
            @Nullable Relation relation,
            boolean aliased,
            @Nullable List<Col> columns) {
        this(name, relation, aliased, columns, Form.ROWS);
    }

    /// Makes one, as above.
    ///
    /// @param form what else its name can stand for
    Item(
            @Nullable String name,
            @Nullable Relation relation,
            boolean aliased,
            @Nullable List<Col> columns,
            Form form) {
        this.form = form;
        this.name = name;
        this.relation = relation;
        this.aliased = aliased;
        boolean known = columns != null && columns.stream().noneMatch(c -> c.name() == null);
        this.columns = known ? List.copyOf(Objects.requireNonNull(columns)) : null;
    }

    /// An item of which nothing but its name is known.
    static Item open(@Nullable String name) {
        return new Item(name, null, true, null);
    }

    @Override
    public @Nullable String name() {
        return name;
    }

    @Override
    public @Nullable Relation relation() {
        return relation;
    }

    /// {@return whether its name stands for single values, which functions and casts may take}
    boolean isValue() {
        return form == Form.VALUES;
    }

    boolean aliased() {
        return aliased;
    }

    @Nullable List<Col> columns() {
        return columns;
    }

    @Override
    public @Nullable List<String> columnNames() {
        return columns == null ? null : columns.stream().map(column -> "" + column.name()).toList();
    }

    /// {@return its columns of a name; more than one is possible; empty also when they are not
    /// known}
    List<Col> named(String column) {
        List<Col> found = new ArrayList<>(1);
        if (columns != null) {
            for (Col candidate : columns) {
                if (column.equals(candidate.name())) {
                    found.add(candidate);
                }
            }
        }
        if (found.isEmpty() && columns != null && hasSystemColumn(column)) {
            found.add(Col.of(column, Value.SCALAR));
        }
        return found;
    }

    /// Views have none.
    private boolean hasSystemColumn(String column) {
        return (relation instanceof Table || form == Form.SYSTEM_TABLE)
                && SystemNames.isColumn(column);
    }

    /// {@return what a column of it stands for}
    List<Origin> origins(Col column) {
        return column.origins().isEmpty() && column.name() != null
                ? List.of(new Origin(this, column.name()))
                : column.origins();
    }

    /// {@return its columns as a join around it shows them; null when they are not known}
    @Nullable List<Col> joined() {
        if (columns == null) {
            return null;
        }
        List<Col> joined = new ArrayList<>(columns.size());
        for (Col column : columns) {
            joined.add(new Col(column.name(), column.value(), origins(column)));
        }
        return joined;
    }
}
