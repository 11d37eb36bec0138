package dev.dryrun.json;

import dev.dryrun.model.IndexActivity;
import dev.dryrun.model.MaintenanceActivity;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.Reading;
import dev.dryrun.model.TableActivity;
import java.time.Instant;

/// [TableActivity] as JSON, with the names of `pg_stat_user_tables`. The kind is left out where it
/// is a table.
final class TableActivityJson {

    private static final Names VACUUM =
            new Names("last_vacuum", "vacuum_count", "total_vacuum_time");
    private static final Names AUTOVACUUM =
            new Names("last_autovacuum", "autovacuum_count", "total_autovacuum_time");
    private static final Names ANALYZE =
            new Names("last_analyze", "analyze_count", "total_analyze_time");
    private static final Names AUTOANALYZE =
            new Names("last_autoanalyze", "autoanalyze_count", "total_autoanalyze_time");

    /// Of the document, in order.
    static final MemberNames NAMES =
            MemberNames.of(
                    "document",
                    "kind",
                    "schema",
                    "name",
                    "seq_scan",
                    "last_seq_scan",
                    "seq_tup_read",
                    "idx_scan",
                    "last_idx_scan",
                    "idx_tup_fetch",
                    "n_tup_ins",
                    "n_tup_upd",
                    "n_tup_del",
                    "n_tup_hot_upd",
                    "n_tup_newpage_upd",
                    "n_live_tup",
                    "n_dead_tup",
                    "n_mod_since_analyze",
                    "n_ins_since_vacuum",
                    "last_vacuum",
                    "vacuum_count",
                    "total_vacuum_time",
                    "last_autovacuum",
                    "autovacuum_count",
                    "total_autovacuum_time",
                    "last_analyze",
                    "analyze_count",
                    "total_analyze_time",
                    "last_autoanalyze",
                    "autoanalyze_count",
                    "total_autoanalyze_time",
                    "heap_blks_read",
                    "heap_blks_hit",
                    "indexes");

    private static final MemberNames OF_INDEX =
            MemberNames.of(
                    "name",
                    "idx_scan",
                    "last_idx_scan",
                    "idx_tup_read",
                    "idx_tup_fetch",
                    "idx_blks_read",
                    "idx_blks_hit");

    private TableActivityJson() {}

    /// The members of one kind of maintenance.
    private record Names(String last, String count, String total) {}

    static void put(JsonObject.Builder out, TableActivity activity) {
        NameJson.putKind(out, activity.kind());
        NameJson.put(out, activity.table());
        count(out, "seq_scan", activity.seqScan());
        time(out, "last_seq_scan", activity.lastSeqScanAt());
        count(out, "seq_tup_read", activity.seqTupRead());
        count(out, "idx_scan", activity.idxScan());
        time(out, "last_idx_scan", activity.lastIdxScanAt());
        count(out, "idx_tup_fetch", activity.idxTupFetch());
        count(out, "n_tup_ins", activity.tupIns());
        count(out, "n_tup_upd", activity.tupUpd());
        count(out, "n_tup_del", activity.tupDel());
        count(out, "n_tup_hot_upd", activity.tupHotUpd());
        count(out, "n_tup_newpage_upd", activity.tupNewpageUpd());
        count(out, "n_live_tup", activity.liveTup());
        count(out, "n_dead_tup", activity.deadTup());
        count(out, "n_mod_since_analyze", activity.modSinceAnalyze());
        count(out, "n_ins_since_vacuum", activity.insSinceVacuum());
        maintenance(out, VACUUM, activity.vacuum());
        maintenance(out, AUTOVACUUM, activity.autovacuum());
        maintenance(out, ANALYZE, activity.analyze());
        maintenance(out, AUTOANALYZE, activity.autoanalyze());
        count(out, "heap_blks_read", activity.blksRead());
        count(out, "heap_blks_hit", activity.blksHit());
        if (!activity.indexes().isEmpty()) {
            out.put("indexes", JsonArray.of(activity.indexes(), TableActivityJson::index));
        }
    }

    static TableActivity read(Fields in) throws MalformedJsonException {
        return new TableActivity(
                NameJson.readKind(in, ObjectKind.TABLE),
                NameJson.read(in),
                count(in, "seq_scan"),
                time(in, "last_seq_scan"),
                count(in, "seq_tup_read"),
                count(in, "idx_scan"),
                time(in, "last_idx_scan"),
                count(in, "idx_tup_fetch"),
                count(in, "n_tup_ins"),
                count(in, "n_tup_upd"),
                count(in, "n_tup_del"),
                count(in, "n_tup_hot_upd"),
                count(in, "n_tup_newpage_upd"),
                count(in, "n_live_tup"),
                count(in, "n_dead_tup"),
                count(in, "n_mod_since_analyze"),
                count(in, "n_ins_since_vacuum"),
                maintenance(in, VACUUM),
                maintenance(in, AUTOVACUUM),
                maintenance(in, ANALYZE),
                maintenance(in, AUTOANALYZE),
                count(in, "heap_blks_read"),
                count(in, "heap_blks_hit"),
                in.list("indexes", TableActivityJson::readIndex));
    }

    private static JsonObject index(IndexActivity index) {
        JsonObject.Builder out = JsonObject.builder(OF_INDEX).put("name", index.name());
        count(out, "idx_scan", index.idxScan());
        time(out, "last_idx_scan", index.lastIdxScanAt());
        count(out, "idx_tup_read", index.idxTupRead());
        count(out, "idx_tup_fetch", index.idxTupFetch());
        count(out, "idx_blks_read", index.blksRead());
        count(out, "idx_blks_hit", index.blksHit());
        return out.build();
    }

    private static IndexActivity readIndex(Fields in) throws MalformedJsonException {
        return new IndexActivity(
                in.text("name"),
                count(in, "idx_scan"),
                time(in, "last_idx_scan"),
                count(in, "idx_tup_read"),
                count(in, "idx_tup_fetch"),
                count(in, "idx_blks_read"),
                count(in, "idx_blks_hit"));
    }

    private static void maintenance(
            JsonObject.Builder out, Names names, MaintenanceActivity activity) {
        time(out, names.last, activity.lastAt());
        count(out, names.count, activity.count());
        ReadingJson.put(out, names.total, activity.totalTimeMs(), JsonNumber::of);
    }

    private static MaintenanceActivity maintenance(Fields in, Names names)
            throws MalformedJsonException {
        return new MaintenanceActivity(
                time(in, names.last),
                count(in, names.count),
                ReadingJson.read(in, names.total, ReadingJson::fraction));
    }

    private static void time(JsonObject.Builder out, String name, Reading<Instant> reading) {
        ReadingJson.put(out, name, reading, instant -> new JsonString(instant.toString()));
    }

    private static void count(JsonObject.Builder out, String name, Reading<Long> reading) {
        ReadingJson.put(out, name, reading, JsonNumber::of);
    }

    private static Reading<Long> count(Fields in, String name) throws MalformedJsonException {
        return ReadingJson.read(in, name, ReadingJson::whole);
    }

    private static Reading<Instant> time(Fields in, String name) throws MalformedJsonException {
        return ReadingJson.read(in, name, ReadingJson::instant);
    }
}
