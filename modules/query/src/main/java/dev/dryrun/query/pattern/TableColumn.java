package dev.dryrun.query.pattern;

import dev.dryrun.model.Index;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Relation;
import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.model.Table;
import dev.dryrun.model.View;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A column of a stored relation that a reference stands for.
///
/// @param item where the reference found it
/// @param relation a table or a materialised view
/// @param name as the catalogue stores it, whatever the reference calls it
/// @param type as `format_type` writes it
/// @param nullable whether it may hold nulls, as far as the catalogue says
record TableColumn(FromItem item, Relation relation, String name, String type, boolean nullable) {

    static Optional<TableColumn> of(ColumnUse use) {
        Relation relation = use.item().relation();
        List<String> names = use.item().columnNames();
        if (relation == null || names == null) {
            return Optional.empty();
        }
        OptionalInt found =
                IntStream.range(0, names.size())
                        .filter(i -> use.name().equals(names.get(i)))
                        .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int at = found.getAsInt();
        return switch (relation) {
            case Table table ->
                    Optional.of(table.columns().get(at))
                            .map(column ->
                                    new TableColumn(
                                            use.item(),
                                            table,
                                            column.name(),
                                            column.type(),
                                            column.nullable()));
            case View view ->
                    Optional.of(view.columns().get(at))
                            .filter(_ -> view.isMaterialized())
                            .map(column ->
                                    new TableColumn(
                                            use.item(), view, column.name(), column.type(), true));
        };
    }

    /// {@return the type without its modifiers: `numeric(12,2)` is `numeric`}
    String plainType() {
        return type.replaceAll("\\(.*?\\)", "").strip();
    }

    /// {@return the name as it is written in SQL}
    String sql() {
        return SqlIdentifier.quote(name);
    }

    /// {@return the indexes of a relation that the planner may use for any row}
    static List<Index> indexes(Relation relation) {
        return allIndexes(relation).stream()
                .filter(Index::valid)
                .filter(index -> index.predicate().equals(WHOLE))
                .toList();
    }

    /// {@return every index of a relation, partial ones and those that are not valid too}
    static List<Index> allIndexes(Relation relation) {
        return switch (relation) {
            case Table table -> table.indexes();
            case View view -> view.indexes();
        };
    }

    private static final Reading<String> WHOLE = Reading.absent(Reading.Reason.NONE_KEPT);

    /// {@return the index that finds rows by values of this column; empty when there is none}
    Optional<Index> searchedBy() {
        return indexes(relation).stream()
                .filter(index -> index.method().equals("btree") || index.method().equals("hash"))
                .filter(index -> name.equals(index.keys().getFirst().column()))
                .findFirst();
    }
}
