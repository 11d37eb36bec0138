package dev.dryrun.json;

import dev.dryrun.model.Index;

/// An [Index] as JSON.
final class IndexJson {

    private IndexJson() {}

    static JsonObject toJson(Index index) {
        JsonObject.Builder out =
                JsonObject.builder().put("name", index.name()).put("method", index.method());
        out.put("keys", JsonArray.of(index.keys(), IndexJson::key));
        out.putUnlessEmpty("include", index.include());
        if (index.unique()) {
            out.put("unique", true);
        }
        out.put("predicate", index.predicate());
        if (!index.valid()) {
            out.put("invalid", true);
        }
        return out.put("constraint", index.constraint())
                .put("definition", index.definition())
                .put("comment", index.comment())
                .build();
    }

    static Index read(Fields fields) throws MalformedJsonException {
        return new Index(
                fields.text("name"),
                fields.text("method"),
                fields.list("keys", IndexJson::readKey),
                fields.texts("include"),
                fields.flag("unique"),
                fields.textOrNull("predicate"),
                !fields.flag("invalid"),
                fields.textOrNull("constraint"),
                fields.text("definition"),
                fields.textOrNull("comment"));
    }

    private static JsonObject key(Index.Key key) {
        return JsonObject.builder()
                .put(key.expression() ? "expression" : "column", key.text())
                .build();
    }

    private static Index.Key readKey(Fields fields) throws MalformedJsonException {
        String column = fields.textOrNull("column");
        return column != null
                ? new Index.Key(column, false)
                : new Index.Key(fields.text("expression"), true);
    }
}
