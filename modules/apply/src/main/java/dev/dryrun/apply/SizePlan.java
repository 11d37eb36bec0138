package dev.dryrun.apply;

import dev.dryrun.apply.StatisticsWriter.RelationSize;
import dev.dryrun.model.IndexStatistics;
import dev.dryrun.model.TableStatistics;
import java.util.Optional;

/// Decides what is said of the size of one table and of its indexes.
///
/// @param captured the table as captured
/// @param blockSize of the captured server, in bytes
/// @param scale what the user wants
record SizePlan(TableStatistics captured, int blockSize, Scale scale) {

    /// {@return how many rows the captured server's planner assumed: rows per page of the last
    /// `ANALYZE`, times the pages the file really had; empty when it kept no count}
    Optional<Double> rows() {
        return captured.reltuples().known().map(rows -> rows * growth());
    }

    private double growth() {
        long analysed = captured.relpages().known().orElse(0L);
        return analysed > 0 && captured.tableSizeBytes().known().isPresent()
                ? (double) capturedPages() / analysed
                : 1;
    }

    /// {@return the pages that the captured file really had}
    long capturedPages() {
        return captured.tableSizeBytes()
                .known()
                .map(bytes -> bytes / blockSize)
                .or(() -> captured.relpages().known())
                .orElse(0L);
    }

    /// {@return whether row counts are to be production's although the file is smaller}
    ///
    /// @param table with the pages it has of its own
    boolean byRows(TargetRelation table) {
        return switch (scale) {
            case ROWS -> table.stored();
            case AUTO -> table.stored() && 2 * table.pages() < capturedPages();
            case PAGES, NONE -> false;
        };
    }

    /// {@return what to say of the table, or empty when nothing is known or wanted}
    ///
    /// @param table with its real pages
    /// @param byRows as [#byRows] said before the table was given a page
    Optional<RelationSize> of(TargetRelation table, boolean byRows) {
        if (scale == Scale.NONE || captured.reltuples().known().isEmpty()) {
            return Optional.empty();
        }
        long pages = captured.relpages().known().orElse(table.kind().equals("p") ? -1L : 0L);
        long visible = captured.allVisiblePages().known().orElse(0L);
        long frozen = captured.allFrozenPages().known().orElse(0L);
        if (!byRows) {
            return captured.reltuples()
                    .known()
                    .map(rows -> new RelationSize(pages, rows, visible, frozen));
        }
        return rows().map(rows ->
                new RelationSize(
                        table.pages(),
                        rows,
                        share(visible, pages, table.pages()),
                        share(frozen, pages, table.pages())));
    }

    /// {@return what to say of an index, or empty when nothing is known or wanted}
    ///
    /// @param index with its real pages
    /// @param byRows as for its table
    /// @param statistics the index as captured
    Optional<RelationSize> of(TargetRelation index, boolean byRows, IndexStatistics statistics) {
        if (scale == Scale.NONE || !index.stored()) {
            return Optional.empty();
        }
        Optional<Double> rows = statistics.reltuples().known();
        if (byRows) {
            return rows.map(it -> new RelationSize(index.pages(), it * growth(), 0, 0L));
        }
        return rows.map(
                it -> new RelationSize(statistics.relpages().known().orElse(0L), it, 0, 0L));
    }

    private static long share(long part, long whole, long of) {
        return whole <= 0 ? 0 : Math.min(of, Math.round((double) part / whole * of));
    }
}
