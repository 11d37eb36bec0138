package dev.dryrun.json;

import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import org.jspecify.annotations.Nullable;

/// [ColumnStatistics] as JSON, with the names of `pg_stats`. A column that is absent as a whole
/// says so once.
final class ColumnStatisticsJson {

    static final String MASKED_BY = "masked_by";

    private static final MemberNames NAMES =
            MemberNames.of(
                    "name",
                    "type",
                    "absent",
                    "inherited",
                    "null_frac",
                    "avg_width",
                    "n_distinct",
                    "most_common_vals",
                    "most_common_freqs",
                    "histogram_bounds",
                    "correlation",
                    "most_common_elems",
                    "most_common_elem_freqs",
                    "elem_count_histogram",
                    "range_length_histogram",
                    "range_empty_frac",
                    "range_bounds_histogram",
                    "masked_by");

    private ColumnStatisticsJson() {}

    static JsonObject toJson(ColumnStatistics column) {
        JsonObject.Builder out =
                JsonObject.builder(NAMES).put("name", column.column()).put("type", column.type());
        if (column.nullFraction() instanceof Reading.Absent<Double>(Reason reason)
                && column.equals(ColumnStatistics.absent(column.column(), column.type(), reason))) {
            return out.put("absent", reason.word()).build();
        }
        if (column.inherited()) {
            out.put("inherited", true);
        }
        ReadingJson.put(out, "null_frac", column.nullFraction(), JsonNumber::of);
        ReadingJson.put(out, "avg_width", column.averageWidthBytes(), JsonNumber::of);
        ReadingJson.put(out, "n_distinct", column.distinct(), JsonNumber::of);
        text(out, "most_common_vals", column.mostCommonValues());
        text(out, "most_common_freqs", column.mostCommonFrequencies());
        text(out, "histogram_bounds", column.histogramBounds());
        ReadingJson.put(out, "correlation", column.correlation(), JsonNumber::of);
        text(out, "most_common_elems", column.mostCommonElements());
        text(out, "most_common_elem_freqs", column.mostCommonElementFrequencies());
        text(out, "elem_count_histogram", column.elementCountHistogram());
        text(out, "range_length_histogram", column.rangeLengthHistogram());
        ReadingJson.put(out, "range_empty_frac", column.rangeEmptyFraction(), JsonNumber::of);
        text(out, "range_bounds_histogram", column.rangeBoundsHistogram());
        maskedBy(out, column.maskedBy());
        return out.build();
    }

    static ColumnStatistics read(Fields in) throws MalformedJsonException {
        if (in.object().get("absent") != null) {
            return ColumnStatistics.absent(
                    in.text("name"), in.text("type"), in.word("absent", Reason::ofWord));
        }
        return new ColumnStatistics(
                in.text("name"),
                in.text("type"),
                in.flag("inherited"),
                ReadingJson.read(in, "null_frac", ReadingJson::fraction),
                ReadingJson.read(in, "avg_width", value -> (int) ReadingJson.whole(value)),
                ReadingJson.read(in, "n_distinct", ReadingJson::fraction),
                text(in, "most_common_vals"),
                text(in, "most_common_freqs"),
                text(in, "histogram_bounds"),
                ReadingJson.read(in, "correlation", ReadingJson::fraction),
                text(in, "most_common_elems"),
                text(in, "most_common_elem_freqs"),
                text(in, "elem_count_histogram"),
                text(in, "range_length_histogram"),
                ReadingJson.read(in, "range_empty_frac", ReadingJson::fraction),
                text(in, "range_bounds_histogram"),
                in.textOrNull(MASKED_BY));
    }

    static void maskedBy(JsonObject.Builder out, @Nullable String strategy) {
        if (strategy != null) {
            out.put(MASKED_BY, strategy);
        }
    }

    private static void text(JsonObject.Builder out, String name, Reading<String> reading) {
        ReadingJson.put(out, name, reading, JsonString::new);
    }

    private static Reading<String> text(Fields in, String name) throws MalformedJsonException {
        return ReadingJson.read(in, name, ReadingJson::text);
    }
}
