package dev.dryrun.json;

import dev.dryrun.model.QueryCounters;
import dev.dryrun.model.QueryMember;
import dev.dryrun.model.QueryStatistics;
import dev.dryrun.model.QueryStatisticsInfo;
import dev.dryrun.model.Reading;
import java.time.Instant;

/// [QueryStatistics] and [QueryStatisticsInfo] as JSON, with the names of `pg_stat_statements`. A
/// `queryid` is a string: not every reader of JSON has 64-bit numbers.
final class QueryStatisticsJson {

    private QueryStatisticsJson() {}

    static void put(JsonObject.Builder out, QueryStatistics query) {
        out.put("fingerprint", query.fingerprint())
                .put("text", query.text())
                .put("members", JsonArray.of(query.members(), QueryStatisticsJson::member));
    }

    static QueryStatistics read(Fields in) throws MalformedJsonException {
        return new QueryStatistics(
                in.text("fingerprint"),
                in.text("text"),
                in.list("members", QueryStatisticsJson::readMember));
    }

    static void put(JsonObject.Builder out, QueryStatisticsInfo info) {
        ReadingJson.put(out, "extension_version", info.extensionVersion(), JsonString::new);
        out.put("settings", NodeStatisticsJson.strings(info.settings()));
        ReadingJson.put(out, "rows", info.rows(), JsonNumber::of);
        out.put("hidden_rows", info.hiddenRows())
                .put("dropped_rows", info.droppedRows())
                .put("row_cap", info.rowCap());
        time(out, "stats_reset_before", info.resetBeforeAt());
        ReadingJson.put(out, "dealloc_before", info.deallocBefore(), JsonNumber::of);
        time(out, "stats_reset_after", info.resetAfterAt());
        ReadingJson.put(out, "dealloc_after", info.deallocAfter(), JsonNumber::of);
    }

    static QueryStatisticsInfo readInfo(Fields in) throws MalformedJsonException {
        JsonValue settings = in.object().get("settings");
        if (settings == null) {
            throw Fields.wrong("settings", "an object");
        }
        return new QueryStatisticsInfo(
                ReadingJson.read(in, "extension_version", ReadingJson::text),
                NodeStatisticsJson.strings(Fields.of(settings)),
                ReadingJson.read(in, "rows", ReadingJson::whole),
                in.whole("hidden_rows"),
                in.whole("dropped_rows"),
                in.whole("row_cap"),
                ReadingJson.read(in, "stats_reset_before", ReadingJson::instant),
                ReadingJson.read(in, "dealloc_before", ReadingJson::whole),
                ReadingJson.read(in, "stats_reset_after", ReadingJson::instant),
                ReadingJson.read(in, "dealloc_after", ReadingJson::whole));
    }

    private static JsonObject member(QueryMember member) {
        QueryCounters counters = member.counters();
        JsonObject.Builder out =
                JsonObject.builder()
                        .put("queryid", Long.toString(member.queryid()))
                        .put("calls", counters.calls())
                        .put("total_exec_time", JsonNumber.of(counters.totalTimeMs()))
                        .put("stddev_exec_time", JsonNumber.of(counters.deviationTimeMs()))
                        .put("rows", counters.rows())
                        .put("shared_blks_hit", counters.sharedBlksHit())
                        .put("shared_blks_read", counters.sharedBlksRead())
                        .put("shared_blks_dirtied", counters.sharedBlksDirtied())
                        .put("shared_blks_written", counters.sharedBlksWritten())
                        .put("temp_blks_read", counters.tempBlksRead())
                        .put("temp_blks_written", counters.tempBlksWritten());
        ReadingJson.put(out, "shared_blk_read_time", counters.readTimeMs(), JsonNumber::of);
        ReadingJson.put(out, "shared_blk_write_time", counters.writeTimeMs(), JsonNumber::of);
        return out.build();
    }

    private static QueryMember readMember(Fields in) throws MalformedJsonException {
        return new QueryMember(
                Long.parseLong(in.text("queryid")),
                new QueryCounters(
                        in.whole("calls"),
                        number(in, "total_exec_time"),
                        number(in, "stddev_exec_time"),
                        in.whole("rows"),
                        in.whole("shared_blks_hit"),
                        in.whole("shared_blks_read"),
                        in.whole("shared_blks_dirtied"),
                        in.whole("shared_blks_written"),
                        in.whole("temp_blks_read"),
                        in.whole("temp_blks_written"),
                        ReadingJson.read(in, "shared_blk_read_time", ReadingJson::fraction),
                        ReadingJson.read(in, "shared_blk_write_time", ReadingJson::fraction)));
    }

    private static double number(Fields in, String name) throws MalformedJsonException {
        JsonValue value = in.object().get(name);
        if (value == null) {
            throw Fields.wrong(name, "a number");
        }
        return ReadingJson.fraction(value);
    }

    private static void time(JsonObject.Builder out, String name, Reading<Instant> reading) {
        ReadingJson.put(out, name, reading, instant -> new JsonString(instant.toString()));
    }
}
