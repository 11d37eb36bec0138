package dev.dryrun.json;

import dev.dryrun.model.Constraint;
import dev.dryrun.model.Constraint.Action;
import dev.dryrun.model.Constraint.Reference;
import dev.dryrun.model.Constraint.Timing;
import dev.dryrun.model.ConstraintKind;

/// A [Constraint] as JSON. What is absent, false or at its default is left out.
final class ConstraintJson {

    private static final MemberNames NAMES =
            MemberNames.of(
                    "name",
                    "kind",
                    "columns",
                    "references",
                    "expression",
                    "timing",
                    "not_valid",
                    "not_enforced",
                    "temporal",
                    "no_inherit",
                    "not_local",
                    "parents",
                    "comment");

    private static final MemberNames OF_REFERENCE =
            MemberNames.of(
                    "schema",
                    "name",
                    "columns",
                    "match_full",
                    "on_update",
                    "on_delete",
                    "set_columns");

    private ConstraintJson() {}

    static JsonObject toJson(Constraint constraint) {
        JsonObject.Builder out =
                JsonObject.builder(NAMES)
                        .put("name", constraint.name())
                        .put("kind", constraint.kind().word())
                        .putUnlessEmpty("columns", constraint.columns());
        Reference references = constraint.references();
        if (references != null) {
            out.put("references", reference(references));
        }
        ReadingJson.putText(out, "expression", constraint.expression());
        if (constraint.timing() != Timing.NOT_DEFERRABLE) {
            out.put("timing", constraint.timing().word());
        }
        out.putIf("not_valid", !constraint.validated())
                .putIf("not_enforced", !constraint.enforced())
                .putIf("temporal", constraint.temporal())
                .putIf("no_inherit", constraint.noInherit())
                .putIf("not_local", !constraint.local());
        if (constraint.parents() != 0) {
            out.put("parents", constraint.parents());
        }
        return out.put("comment", constraint.comment()).build();
    }

    static Constraint read(Fields in) throws MalformedJsonException {
        return new Constraint(
                in.text("name"),
                in.word("kind", ConstraintKind::ofWord),
                in.texts("columns"),
                in.nested("references", ConstraintJson::readReference),
                ReadingJson.readText(in, "expression"),
                in.wordOr("timing", Timing::ofWord, Timing.NOT_DEFERRABLE),
                !in.flag("not_valid"),
                !in.flag("not_enforced"),
                in.flag("temporal"),
                in.flag("no_inherit"),
                !in.flag("not_local"),
                (int) in.wholeOr("parents", 0),
                in.textOrNull("comment"));
    }

    private static JsonObject reference(Reference reference) {
        JsonObject.Builder out = JsonObject.builder(OF_REFERENCE);
        NameJson.put(out, reference.table());
        out.putUnlessEmpty("columns", reference.columns())
                .putIf("match_full", reference.matchFull());
        if (reference.onUpdate() != Action.NO_ACTION) {
            out.put("on_update", reference.onUpdate().word());
        }
        if (reference.onDelete() != Action.NO_ACTION) {
            out.put("on_delete", reference.onDelete().word());
        }
        return out.putUnlessEmpty("set_columns", reference.setColumns()).build();
    }

    private static Reference readReference(Fields in) throws MalformedJsonException {
        return new Reference(
                NameJson.read(in),
                in.texts("columns"),
                in.flag("match_full"),
                in.wordOr("on_update", Action::ofWord, Action.NO_ACTION),
                in.wordOr("on_delete", Action::ofWord, Action.NO_ACTION),
                in.texts("set_columns"));
    }
}
