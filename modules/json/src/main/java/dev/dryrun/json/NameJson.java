package dev.dryrun.json;

import dev.dryrun.model.QualifiedName;

/// Names as two members, `schema` and `name`, of the object they name.
final class NameJson {

    private NameJson() {}

    static void put(JsonObject.Builder out, QualifiedName name) {
        out.put("schema", name.schema()).put("name", name.name());
    }

    static JsonObject toJson(QualifiedName name) {
        JsonObject.Builder out = JsonObject.builder();
        put(out, name);
        return out.build();
    }

    static QualifiedName read(Fields fields) throws MalformedJsonException {
        return new QualifiedName(fields.text("schema"), fields.text("name"));
    }
}
