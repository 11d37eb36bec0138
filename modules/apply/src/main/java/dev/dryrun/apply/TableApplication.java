package dev.dryrun.apply;

import dev.dryrun.apply.StatisticsWriter.RelationSize;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.IndexStatistics;
import dev.dryrun.model.Reading;
import dev.dryrun.model.TableStatistics;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes what was captured of one table after the other.
///
/// @param database where
/// @param target who answers there
/// @param writer how statistics are written
/// @param check what looks at them before
/// @param pages gives empty tables a page
/// @param extended writes the data of extended statistics objects
/// @param undo keeps what was there
/// @param wholeRows whether it keeps whole rows
/// @param tally counts
record TableApplication(
        Database database,
        Target target,
        StatisticsWriter writer,
        ColumnCheck check,
        FirstPage pages,
        ExtendedWriter extended,
        UndoSchema undo,
        boolean wholeRows,
        Tally tally) {

    void apply(SizePlan plan) throws SQLException {
        TableStatistics captured = plan.captured();
        Optional<TargetRelation> found = TargetRelation.table(database, captured.table());
        if (found.isEmpty()) {
            tally.missing(captured.table().display());
            return;
        }
        TargetRelation table = found.get();
        undo.keep(table, wholeRows);
        writer.clear(table);
        boolean byRows = plan.byRows(table);
        table = byRows ? withPage(table, plan) : table;
        Optional<RelationSize> size = plan.of(table, byRows);
        if (size.isPresent()) {
            writer.size(table, size.get());
            if (byRows) {
                tally.scaled();
            }
        } else if (plan.scale() != Scale.NONE) {
            tally.leftOut(table.name().display(), "it has no row count: it was never analysed");
        }
        columns(table, captured.columns());
        for (IndexStatistics index : captured.indexes()) {
            index(plan, byRows, table, index);
        }
        extended.apply(table, captured);
        if ("rm".contains(table.kind())) {
            database.execute(
                    "ALTER TABLE " + table.name().sql() + " SET (autovacuum_enabled = false)");
        }
        tally.table();
    }

    private TargetRelation withPage(TargetRelation table, SizePlan plan) throws SQLException {
        if (!"rm".contains(table.kind()) || table.pages() > 0 || plan.capturedPages() == 0) {
            return table;
        }
        Optional<String> failure = pages.make(table);
        if (failure.isPresent()) {
            tally.leftOut(table.name().display(), failure.get());
            return table;
        }
        tally.pageMade();
        return table.withPages(1);
    }

    private void index(
            SizePlan plan, boolean byRows, TargetRelation table, IndexStatistics captured)
            throws SQLException {
        Optional<TargetRelation> found =
                TargetRelation.index(
                        database, table, captured.name(), !captured.columns().isEmpty());
        if (found.isEmpty()) {
            tally.missing("index " + captured.name() + " of " + table.name().display());
            return;
        }
        TargetRelation index = found.get();
        undo.keep(index, wholeRows);
        writer.clear(index);
        Optional<RelationSize> size = plan.of(index, byRows, captured);
        if (size.isPresent()) {
            writer.size(index, size.get());
        }
        columns(index, captured.columns());
        tally.index();
    }

    /// What is to be written to a column.
    private record Ready(TargetColumn column, ColumnValues values) {}

    private void columns(TargetRelation relation, List<ColumnStatistics> captured)
            throws SQLException {
        List<Ready> ready = new ArrayList<>();
        for (ColumnStatistics statistics : captured) {
            String name = relation.name().display() + "." + statistics.column();
            Optional<TargetColumn> column = relation.column(statistics.column());
            ColumnValues values = ColumnValues.of(statistics);
            if (column.isEmpty()) {
                tally.missing(name);
            } else if (values == null) {
                tally.leftOut(name, "not captured" + reason(statistics.nullFraction()));
            } else {
                Optional<String> wrong = ColumnCheck.figures(values);
                if (wrong.isPresent()) {
                    tally.leftOut(name, wrong.get());
                } else {
                    if (target.hasFunctions() && allEmpty(statistics)) {
                        tally.leftOut(name, "its share of empty ranges; the rest is written");
                    }
                    ready.add(new Ready(column.get(), values));
                }
            }
        }
        for (Ready column : readable(relation, ready)) {
            write(relation, column);
        }
    }

    /// {@return whether it has ranges of no length to speak of: then there is a share of empty ones
    /// without a histogram of lengths, which the server's function takes together only}
    private static boolean allEmpty(ColumnStatistics statistics) {
        return statistics.rangeEmptyFraction().known().isPresent()
                && statistics.rangeLengthHistogram()
                        instanceof Reading.Absent<?>(Reading.Reason why)
                && why == Reading.Reason.NONE_KEPT;
    }

    private static String reason(Reading<?> reading) {
        return reading instanceof Reading.Absent<?>(Reading.Reason why) ? ": " + why.word() : "";
    }

    /// All at once first: as a rule every value can be read.
    private List<Ready> readable(TargetRelation relation, List<Ready> columns) throws SQLException {
        if (database.attempt(
                        () -> {
                            for (Ready column : columns) {
                                parse(column);
                            }
                        })
                .isEmpty()) {
            return columns;
        }
        List<Ready> readable = new ArrayList<>();
        for (Ready column : columns) {
            Optional<SQLException> failure = database.attempt(() -> parse(column));
            if (failure.isEmpty()) {
                readable.add(column);
            } else {
                tally.leftOut(
                        relation.name().display() + "." + column.column.name(),
                        "a value of it does not fit its type here (SQLSTATE "
                                + failure.get().getSQLState()
                                + ")");
            }
        }
        return readable;
    }

    private void parse(Ready column) throws SQLException {
        check.parse(
                column.column,
                target.hasFunctions() ? column.column.modifier() : -1,
                column.values);
    }

    private void write(TargetRelation relation, Ready ready) throws SQLException {
        ColumnValues values = ready.values;
        if (!check.ordered(ready.column, values)) {
            tally.leftOut(
                    relation.name().display() + "." + ready.column.name(),
                    "its histogram is in no order here (another collation); the rest is written");
            values = values.withoutHistogram();
        }
        writer.column(relation, ready.column, values);
        tally.column();
    }
}
