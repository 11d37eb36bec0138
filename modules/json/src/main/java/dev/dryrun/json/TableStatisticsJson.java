package dev.dryrun.json;

import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.TableStatistics;

/// [TableStatistics] as JSON, with PostgreSQL's names.
final class TableStatisticsJson {

    private TableStatisticsJson() {}

    static void put(JsonObject.Builder out, TableStatistics statistics) {
        NameJson.put(out, statistics.table());
        ReadingJson.put(out, "reltuples", statistics.reltuples(), JsonNumber::of);
        ReadingJson.put(out, "relpages", statistics.relpages(), JsonNumber::of);
        ReadingJson.put(out, "table_size", statistics.tableSizeBytes(), JsonNumber::of);
        ReadingJson.put(out, "indexes_size", statistics.indexesSizeBytes(), JsonNumber::of);
        ReadingJson.put(out, "total_relation_size", statistics.totalSizeBytes(), JsonNumber::of);
        if (!statistics.columns().isEmpty()) {
            out.put("columns", JsonArray.of(statistics.columns(), TableStatisticsJson::column));
        }
    }

    static TableStatistics read(Fields in) throws MalformedJsonException {
        return new TableStatistics(
                NameJson.read(in),
                ReadingJson.read(in, "reltuples", ReadingJson::fraction),
                ReadingJson.read(in, "relpages", ReadingJson::whole),
                ReadingJson.read(in, "table_size", ReadingJson::whole),
                ReadingJson.read(in, "indexes_size", ReadingJson::whole),
                ReadingJson.read(in, "total_relation_size", ReadingJson::whole),
                in.list("columns", TableStatisticsJson::readColumn));
    }

    private static JsonObject column(ColumnStatistics column) {
        JsonObject.Builder out =
                JsonObject.builder().put("name", column.column()).put("type", column.type());
        if (column.inherited()) {
            out.put("inherited", true);
        }
        ReadingJson.put(out, "null_frac", column.nullFraction(), JsonNumber::of);
        ReadingJson.put(out, "avg_width", column.averageWidthBytes(), JsonNumber::of);
        ReadingJson.put(out, "n_distinct", column.distinct(), JsonNumber::of);
        ReadingJson.put(out, "most_common_vals", column.mostCommonValues(), JsonString::new);
        ReadingJson.put(out, "most_common_freqs", column.mostCommonFrequencies(), JsonString::new);
        ReadingJson.put(out, "histogram_bounds", column.histogramBounds(), JsonString::new);
        ReadingJson.put(out, "correlation", column.correlation(), JsonNumber::of);
        ReadingJson.put(out, "most_common_elems", column.mostCommonElements(), JsonString::new);
        ReadingJson.put(
                out,
                "most_common_elem_freqs",
                column.mostCommonElementFrequencies(),
                JsonString::new);
        return out.build();
    }

    private static ColumnStatistics readColumn(Fields in) throws MalformedJsonException {
        return new ColumnStatistics(
                in.text("name"),
                in.text("type"),
                in.flag("inherited"),
                ReadingJson.read(in, "null_frac", ReadingJson::fraction),
                ReadingJson.read(in, "avg_width", value -> (int) ReadingJson.whole(value)),
                ReadingJson.read(in, "n_distinct", ReadingJson::fraction),
                ReadingJson.read(in, "most_common_vals", ReadingJson::text),
                ReadingJson.read(in, "most_common_freqs", ReadingJson::text),
                ReadingJson.read(in, "histogram_bounds", ReadingJson::text),
                ReadingJson.read(in, "correlation", ReadingJson::fraction),
                ReadingJson.read(in, "most_common_elems", ReadingJson::text),
                ReadingJson.read(in, "most_common_elem_freqs", ReadingJson::text));
    }
}
