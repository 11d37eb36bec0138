package dev.dryrun.masking;

import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.Document;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerFact;
import dev.dryrun.model.TableActivity;
import dev.dryrun.model.TableStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes values of rows out of documents.
///
/// What it always removes, whatever a policy says: every value slot of the statistics of `json` and
/// `jsonb` columns, arrays and domains over them included. A JSON document as a common value is a
/// row's content, and nobody can list what is inside.
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

    /// {@return the document without what its own kind has to lose}
    ///
    /// @param document any captured document
    public Masked<? extends Document> mask(Document document) {
        return switch (document) {
            case SchemaObject object -> mask(object);
            case TableStatistics statistics -> mask(statistics);
            case TableActivity activity -> mask(activity);
            case ServerFact fact -> mask(fact);
        };
    }

    /// {@return the activity, which holds counters only}
    ///
    /// @param activity captured counters
    public Masked<TableActivity> mask(TableActivity activity) {
        return new Masked<>(activity, 0);
    }

    /// {@return the statistics without the values of masked columns}
    ///
    /// @param statistics captured statistics; each column's type is the innermost one
    public Masked<TableStatistics> mask(TableStatistics statistics) {
        List<ColumnStatistics> columns = new ArrayList<>(statistics.columns().size());
        int masked = 0;
        for (ColumnStatistics column : statistics.columns()) {
            boolean mask = ALWAYS_MASKED.contains(column.type());
            columns.add(mask ? withoutValues(column) : column);
            masked += mask ? 1 : 0;
        }
        return new Masked<>(
                new TableStatistics(
                        statistics.table(),
                        statistics.reltuples(),
                        statistics.relpages(),
                        statistics.tableSizeBytes(),
                        statistics.indexesSizeBytes(),
                        statistics.totalSizeBytes(),
                        columns),
                masked);
    }

    private static ColumnStatistics withoutValues(ColumnStatistics column) {
        return new ColumnStatistics(
                column.column(),
                column.type(),
                column.inherited(),
                column.nullFraction(),
                column.averageWidthBytes(),
                column.distinct(),
                masked(column.mostCommonValues()),
                masked(column.mostCommonFrequencies()),
                masked(column.histogramBounds()),
                column.correlation(),
                masked(column.mostCommonElements()),
                masked(column.mostCommonElementFrequencies()));
    }

    /// What was not there stays not there: "masked" is only said of something that was removed.
    private static Reading<String> masked(Reading<String> values) {
        return switch (values) {
            case Reading.Measured<String> _, Reading.Estimated<String> _ ->
                    Reading.absent(Reason.MASKED);
            case Reading.Absent<String> _ -> values;
        };
    }
}
