package dev.dryrun.json;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.QualifiedName;
import org.jspecify.annotations.Nullable;

/// Names as two members, `schema` and `name`, of the object they name; outside of schemas only the
/// latter.
final class NameJson {

    private static final MemberNames NAMES = MemberNames.of("schema", "name");

    private NameJson() {}

    static void put(JsonObject.Builder out, QualifiedName name) {
        if (!name.schema().isEmpty()) {
            out.put("schema", name.schema());
        }
        out.put("name", name.name());
    }

    static JsonObject toJson(QualifiedName name) {
        JsonObject.Builder out = JsonObject.builder(NAMES);
        put(out, name);
        return out.build();
    }

    static void put(JsonObject.Builder out, String member, @Nullable QualifiedName name) {
        if (name != null) {
            out.put(member, toJson(name));
        }
    }

    static QualifiedName read(Fields fields) throws MalformedJsonException {
        String schema = fields.textOrNull("schema");
        if (schema != null && schema.isEmpty()) {
            throw Fields.wrong("schema", "a name");
        }
        return new QualifiedName(schema == null ? "" : schema, fields.text("name"));
    }

    /// Says the kind where it is not the usual one, a table.
    static void putKind(JsonObject.Builder out, ObjectKind kind) {
        if (kind != ObjectKind.TABLE) {
            out.put("kind", kind.word());
        }
    }

    static ObjectKind readKind(Fields fields, ObjectKind usual) throws MalformedJsonException {
        return fields.object().get("kind") == null
                ? usual
                : fields.word("kind", ObjectKind::ofWord);
    }
}
