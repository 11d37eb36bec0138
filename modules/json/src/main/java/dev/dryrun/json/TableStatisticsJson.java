package dev.dryrun.json;

import dev.dryrun.model.Bloat;
import dev.dryrun.model.IndexStatistics;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.Reading;
import dev.dryrun.model.TableStatistics;

/// [TableStatistics] as JSON, with PostgreSQL's names. The kind is left out where it is a table.
final class TableStatisticsJson {

    /// Of the document, in order.
    static final MemberNames NAMES =
            MemberNames.of(
                    "document",
                    "kind",
                    "schema",
                    "name",
                    "reltuples",
                    "relpages",
                    "relallvisible",
                    "relallfrozen",
                    "relfrozenxid",
                    "relminmxid",
                    "toast_relfrozenxid",
                    "table_size",
                    "toast_size",
                    "indexes_size",
                    "total_relation_size",
                    "bloat",
                    "indexes",
                    "extended",
                    "columns");

    private static final MemberNames OF_INDEX =
            MemberNames.of("name", "reltuples", "relpages", "size", "bloat", "over", "columns");

    private static final MemberNames OF_BLOAT =
            MemberNames.of("expected_pages", "actual_pages", "avg_tuple_width", "approximate");

    private TableStatisticsJson() {}

    static void put(JsonObject.Builder out, TableStatistics statistics) {
        NameJson.putKind(out, statistics.kind());
        NameJson.put(out, statistics.table());
        ReadingJson.put(out, "reltuples", statistics.reltuples(), JsonNumber::of);
        whole(out, "relpages", statistics.relpages());
        whole(out, "relallvisible", statistics.allVisiblePages());
        whole(out, "relallfrozen", statistics.allFrozenPages());
        whole(out, "relfrozenxid", statistics.frozenXid());
        whole(out, "relminmxid", statistics.minMxid());
        whole(out, "toast_relfrozenxid", statistics.toastFrozenXid());
        whole(out, "table_size", statistics.tableSizeBytes());
        whole(out, "toast_size", statistics.toastSizeBytes());
        whole(out, "indexes_size", statistics.indexesSizeBytes());
        whole(out, "total_relation_size", statistics.totalSizeBytes());
        ReadingJson.put(out, "bloat", statistics.bloat(), TableStatisticsJson::bloat);
        if (!statistics.indexes().isEmpty()) {
            out.put("indexes", JsonArray.of(statistics.indexes(), TableStatisticsJson::index));
        }
        if (!statistics.extended().isEmpty()) {
            out.put(
                    "extended",
                    JsonArray.of(statistics.extended(), ExtendedStatisticsJson::toJson));
        }
        if (!statistics.columns().isEmpty()) {
            out.put("columns", JsonArray.of(statistics.columns(), ColumnStatisticsJson::toJson));
        }
    }

    static TableStatistics read(Fields in) throws MalformedJsonException {
        return new TableStatistics(
                NameJson.readKind(in, ObjectKind.TABLE),
                NameJson.read(in),
                ReadingJson.read(in, "reltuples", ReadingJson::fraction),
                whole(in, "relpages"),
                whole(in, "relallvisible"),
                whole(in, "relallfrozen"),
                whole(in, "relfrozenxid"),
                whole(in, "relminmxid"),
                whole(in, "toast_relfrozenxid"),
                whole(in, "table_size"),
                whole(in, "toast_size"),
                whole(in, "indexes_size"),
                whole(in, "total_relation_size"),
                ReadingJson.read(in, "bloat", TableStatisticsJson::readBloat),
                in.list("indexes", TableStatisticsJson::readIndex),
                in.list("extended", ExtendedStatisticsJson::read),
                in.list("columns", ColumnStatisticsJson::read));
    }

    private static JsonObject index(IndexStatistics index) {
        JsonObject.Builder out = JsonObject.builder(OF_INDEX).put("name", index.name());
        ReadingJson.put(out, "reltuples", index.reltuples(), JsonNumber::of);
        whole(out, "relpages", index.relpages());
        whole(out, "size", index.sizeBytes());
        ReadingJson.put(out, "bloat", index.bloat(), TableStatisticsJson::bloat);
        ExtendedStatisticsJson.putOver(out, index.over());
        if (!index.columns().isEmpty()) {
            out.put("columns", JsonArray.of(index.columns(), ColumnStatisticsJson::toJson));
        }
        return out.build();
    }

    private static IndexStatistics readIndex(Fields in) throws MalformedJsonException {
        return new IndexStatistics(
                in.text("name"),
                ReadingJson.read(in, "reltuples", ReadingJson::fraction),
                whole(in, "relpages"),
                whole(in, "size"),
                ReadingJson.read(in, "bloat", TableStatisticsJson::readBloat),
                ExtendedStatisticsJson.readOver(in),
                in.list("columns", ColumnStatisticsJson::read));
    }

    private static JsonValue bloat(Bloat bloat) {
        JsonObject.Builder out =
                JsonObject.builder(OF_BLOAT)
                        .put("expected_pages", bloat.expectedPages())
                        .put("actual_pages", bloat.actualPages())
                        .put("avg_tuple_width", bloat.tupleWidthBytes());
        if (bloat.approximate()) {
            out.put("approximate", true);
        }
        return out.build();
    }

    private static Bloat readBloat(JsonValue value) throws MalformedJsonException {
        Fields in = Fields.of(value);
        return new Bloat(
                in.whole("expected_pages"),
                in.whole("actual_pages"),
                in.whole("avg_tuple_width"),
                in.flag("approximate"));
    }

    private static void whole(JsonObject.Builder out, String name, Reading<Long> reading) {
        ReadingJson.put(out, name, reading, JsonNumber::of);
    }

    private static Reading<Long> whole(Fields in, String name) throws MalformedJsonException {
        return ReadingJson.read(in, name, ReadingJson::whole);
    }
}
