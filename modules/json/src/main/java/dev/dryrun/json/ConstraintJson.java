package dev.dryrun.json;

import dev.dryrun.model.Constraint;
import dev.dryrun.model.Constraint.Reference;
import dev.dryrun.model.ConstraintKind;

/// A [Constraint] as JSON.
final class ConstraintJson {

    private ConstraintJson() {}

    static JsonObject toJson(Constraint constraint) {
        JsonObject.Builder out =
                JsonObject.builder()
                        .put("name", constraint.name())
                        .put("kind", constraint.kind().word())
                        .putUnlessEmpty("columns", constraint.columns());
        Reference references = constraint.references();
        if (references != null) {
            JsonObject.Builder other = JsonObject.builder();
            NameJson.put(other, references.table());
            out.put("references", other.putUnlessEmpty("columns", references.columns()).build());
        }
        out.put("definition", constraint.definition());
        if (!constraint.validated()) {
            out.put("not_valid", true);
        }
        return out.put("comment", constraint.comment()).build();
    }

    static Constraint read(Fields fields) throws MalformedJsonException {
        return new Constraint(
                fields.text("name"),
                fields.word("kind", ConstraintKind::ofWord),
                fields.texts("columns"),
                fields.nested(
                        "references", in -> new Reference(NameJson.read(in), in.texts("columns"))),
                fields.text("definition"),
                !fields.flag("not_valid"),
                fields.textOrNull("comment"));
    }
}
