package dev.dryrun.json;

import dev.dryrun.model.Index;

/// An [Index] as JSON. What is absent, false or at its default is left out.
final class IndexJson {

    private static final MemberNames NAMES =
            MemberNames.of(
                    "name",
                    "method",
                    "keys",
                    "include",
                    "unique",
                    "nulls_not_distinct",
                    "predicate",
                    "invalid",
                    "constraint",
                    "parent",
                    "clustered",
                    "replica_identity",
                    "options",
                    "tablespace",
                    "comment");

    private static final MemberNames OF_KEY =
            MemberNames.of(
                    "column",
                    "expression",
                    "operator_class",
                    "operator_class_options",
                    "collation",
                    "descending",
                    "nulls_first",
                    "statistics_target");

    private IndexJson() {}

    static JsonObject toJson(Index index) {
        JsonObject.Builder out =
                JsonObject.builder(NAMES).put("name", index.name()).put("method", index.method());
        out.put("keys", JsonArray.of(index.keys(), IndexJson::key));
        out.putUnlessEmpty("include", index.include())
                .putIf("unique", index.unique())
                .putIf("nulls_not_distinct", index.nullsNotDistinct());
        ReadingJson.putText(out, "predicate", index.predicate());
        out.putIf("invalid", !index.valid()).put("constraint", index.constraint());
        NameJson.put(out, "parent", index.parent());
        out.putIf("clustered", index.clustered())
                .putIf("replica_identity", index.replicaIdentity());
        OptionsJson.put(out, "options", index.options());
        return out.put("tablespace", index.tablespace()).put("comment", index.comment()).build();
    }

    static Index read(Fields in) throws MalformedJsonException {
        return new Index(
                in.text("name"),
                in.text("method"),
                in.list("keys", IndexJson::readKey),
                in.texts("include"),
                in.flag("unique"),
                in.flag("nulls_not_distinct"),
                ReadingJson.readText(in, "predicate"),
                !in.flag("invalid"),
                in.textOrNull("constraint"),
                in.nested("parent", NameJson::read),
                in.flag("clustered"),
                in.flag("replica_identity"),
                OptionsJson.read(in, "options"),
                in.textOrNull("tablespace"),
                in.textOrNull("comment"));
    }

    private static JsonObject key(Index.Key key) {
        JsonObject.Builder out = JsonObject.builder(OF_KEY).put("column", key.column());
        ReadingJson.putText(out, "expression", key.expression());
        NameJson.put(out, "operator_class", key.operatorClass());
        OptionsJson.put(out, "operator_class_options", key.operatorClassOptions());
        NameJson.put(out, "collation", key.collation());
        out.putIf("descending", key.descending());
        if (key.nullsFirst() != key.descending()) {
            out.put("nulls_first", key.nullsFirst());
        }
        Integer target = key.statisticsTarget();
        if (target != null) {
            out.put("statistics_target", target.longValue());
        }
        return out.build();
    }

    private static Index.Key readKey(Fields in) throws MalformedJsonException {
        boolean descending = in.flag("descending");
        return new Index.Key(
                in.textOrNull("column"),
                ReadingJson.readText(in, "expression"),
                in.nested("operator_class", NameJson::read),
                OptionsJson.read(in, "operator_class_options"),
                in.nested("collation", NameJson::read),
                descending,
                in.object().get("nulls_first") == null ? descending : in.flag("nulls_first"),
                in.wholeOrNull("statistics_target"));
    }
}
