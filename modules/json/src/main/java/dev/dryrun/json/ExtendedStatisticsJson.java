package dev.dryrun.json;

import dev.dryrun.model.ExtendedStatistics;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.SourceColumn;
import java.util.List;

/// [ExtendedStatistics] as JSON, with the names of `pg_stats_ext`.
final class ExtendedStatisticsJson {

    private ExtendedStatisticsJson() {}

    static JsonObject toJson(ExtendedStatistics extended) {
        JsonObject.Builder out = JsonObject.builder();
        NameJson.put(out, extended.name());
        putOver(out, extended.over());
        if (extended.distinct() instanceof Reading.Absent<String>(Reason reason)
                && extended.equals(
                        ExtendedStatistics.absent(extended.name(), extended.over(), reason))) {
            return out.put("absent", reason.word()).build();
        }
        if (extended.inherited()) {
            out.put("inherited", true);
        }
        text(out, "n_distinct", extended.distinct());
        text(out, "dependencies", extended.dependencies());
        text(out, "most_common_vals", extended.mostCommonValues());
        text(out, "most_common_val_nulls", extended.mostCommonNulls());
        text(out, "most_common_freqs", extended.mostCommonFrequencies());
        text(out, "most_common_base_freqs", extended.mostCommonBaseFrequencies());
        if (!extended.expressions().isEmpty()) {
            out.put(
                    "expressions",
                    JsonArray.of(extended.expressions(), ColumnStatisticsJson::toJson));
        }
        ColumnStatisticsJson.maskedBy(out, extended.maskedBy());
        return out.build();
    }

    static ExtendedStatistics read(Fields in) throws MalformedJsonException {
        if (in.object().get("absent") != null) {
            return ExtendedStatistics.absent(
                    NameJson.read(in), readOver(in), in.word("absent", Reason::ofWord));
        }
        return new ExtendedStatistics(
                NameJson.read(in),
                in.flag("inherited"),
                readOver(in),
                text(in, "n_distinct"),
                text(in, "dependencies"),
                text(in, "most_common_vals"),
                text(in, "most_common_val_nulls"),
                text(in, "most_common_freqs"),
                text(in, "most_common_base_freqs"),
                in.list("expressions", ColumnStatisticsJson::read),
                in.textOrNull(ColumnStatisticsJson.MASKED_BY));
    }

    static void putOver(JsonObject.Builder out, List<SourceColumn> over) {
        if (!over.isEmpty()) {
            out.put("over", JsonArray.of(over, ExtendedStatisticsJson::source));
        }
    }

    static List<SourceColumn> readOver(Fields in) throws MalformedJsonException {
        return in.list(
                "over", column -> new SourceColumn(column.text("name"), column.text("type")));
    }

    private static JsonObject source(SourceColumn column) {
        return JsonObject.builder().put("name", column.column()).put("type", column.type()).build();
    }

    private static void text(JsonObject.Builder out, String name, Reading<String> reading) {
        ReadingJson.put(out, name, reading, JsonString::new);
    }

    private static Reading<String> text(Fields in, String name) throws MalformedJsonException {
        return ReadingJson.read(in, name, ReadingJson::text);
    }
}
