package dev.dryrun.json;

import dev.dryrun.model.Reading;
import dev.dryrun.model.TableActivity;
import java.time.Instant;

/// [TableActivity] as JSON, with the names of `pg_stat_user_tables`.
final class TableActivityJson {

    private TableActivityJson() {}

    static void put(JsonObject.Builder out, TableActivity activity) {
        NameJson.put(out, activity.table());
        ReadingJson.put(out, "seq_scan", activity.seqScan(), JsonNumber::of);
        ReadingJson.put(out, "seq_tup_read", activity.seqTupRead(), JsonNumber::of);
        ReadingJson.put(out, "idx_scan", activity.idxScan(), JsonNumber::of);
        ReadingJson.put(out, "idx_tup_fetch", activity.idxTupFetch(), JsonNumber::of);
        ReadingJson.put(out, "n_tup_ins", activity.tupIns(), JsonNumber::of);
        ReadingJson.put(out, "n_tup_upd", activity.tupUpd(), JsonNumber::of);
        ReadingJson.put(out, "n_tup_del", activity.tupDel(), JsonNumber::of);
        ReadingJson.put(out, "n_tup_hot_upd", activity.tupHotUpd(), JsonNumber::of);
        ReadingJson.put(out, "n_live_tup", activity.liveTup(), JsonNumber::of);
        ReadingJson.put(out, "n_dead_tup", activity.deadTup(), JsonNumber::of);
        ReadingJson.put(out, "n_mod_since_analyze", activity.modSinceAnalyze(), JsonNumber::of);
        putTime(out, "last_vacuum", activity.lastVacuumAt());
        putTime(out, "last_autovacuum", activity.lastAutovacuumAt());
        putTime(out, "last_analyze", activity.lastAnalyzeAt());
        putTime(out, "last_autoanalyze", activity.lastAutoanalyzeAt());
    }

    static TableActivity read(Fields in) throws MalformedJsonException {
        return new TableActivity(
                NameJson.read(in),
                count(in, "seq_scan"),
                count(in, "seq_tup_read"),
                count(in, "idx_scan"),
                count(in, "idx_tup_fetch"),
                count(in, "n_tup_ins"),
                count(in, "n_tup_upd"),
                count(in, "n_tup_del"),
                count(in, "n_tup_hot_upd"),
                count(in, "n_live_tup"),
                count(in, "n_dead_tup"),
                count(in, "n_mod_since_analyze"),
                time(in, "last_vacuum"),
                time(in, "last_autovacuum"),
                time(in, "last_analyze"),
                time(in, "last_autoanalyze"));
    }

    private static void putTime(JsonObject.Builder out, String name, Reading<Instant> reading) {
        ReadingJson.put(out, name, reading, instant -> new JsonString(instant.toString()));
    }

    private static Reading<Long> count(Fields in, String name) throws MalformedJsonException {
        return ReadingJson.read(in, name, ReadingJson::whole);
    }

    private static Reading<Instant> time(Fields in, String name) throws MalformedJsonException {
        return ReadingJson.read(in, name, ReadingJson::instant);
    }
}
