package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.ObjectChange;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.PropertyChange;
import dev.dryrun.model.PropertyChange.Part;
import dev.dryrun.model.SchemaDelta;

/// What differs between two states of a schema as JSON: `docs/reference/json/snapshot-diff.md`.
public final class SchemaDiffJson {

    private SchemaDiffJson() {}

    /// {@return the report}
    ///
    /// @param report what differs
    public static JsonObject of(SchemaDiffReport report) {
        return sides("schema", report.from(), report.to())
                .put("schema", delta(report.delta()))
                .put("warnings", JsonArray.ofStrings(report.warnings()))
                .build();
    }

    static JsonObject.Builder sides(String kind, DiffSide from, DiffSide to) {
        return JsonObject.builder()
                .put("kind", kind)
                .put("from_hash", from.hash())
                .put("to_hash", to.hash())
                .put("from_taken_at", from.takenAt().toString())
                .put("to_taken_at", to.takenAt().toString())
                .put("live", to.live());
    }

    static JsonObject delta(SchemaDelta delta) {
        return JsonObject.builder()
                .put("added", delta.added())
                .put("removed", delta.removed())
                .put("modified", delta.modified())
                .put("changes", JsonArray.of(delta.changes(), SchemaDiffJson::change))
                .build();
    }

    private static JsonObject change(ObjectChange change) {
        JsonObject.Builder out =
                JsonObject.builder()
                        .put("type", type(change))
                        .put("object", reference(change.about()));
        if (change instanceof ObjectChange.Renamed renamed) {
            out.put("from", reference(renamed.from()))
                    .put("likeness_percent", renamed.likenessPercent());
        }
        if (!ChangeWords.properties(change).isEmpty()) {
            out.put(
                    "properties",
                    JsonArray.of(ChangeWords.properties(change), SchemaDiffJson::property));
        }
        if (!ChangeWords.dependants(change).isEmpty()) {
            out.put(
                    "dependants",
                    JsonArray.of(ChangeWords.dependants(change), SchemaDiffJson::reference));
        }
        ObjectRef follows = change.follows();
        if (follows != null) {
            out.put("follows", reference(follows));
        }
        return out.build();
    }

    private static String type(ObjectChange change) {
        return switch (change) {
            case ObjectChange.Added _ -> "added";
            case ObjectChange.Removed _ -> "removed";
            case ObjectChange.Changed _ -> "changed";
            case ObjectChange.Renamed _ -> "renamed";
        };
    }

    private static JsonObject property(PropertyChange change) {
        JsonObject.Builder out = JsonObject.builder().put("action", change.action().word());
        Part part = change.part();
        if (part != null) {
            out.put(
                    "part",
                    JsonObject.builder().put("kind", part.kind()).put("name", part.name()).build());
        }
        if (!change.property().isEmpty()) {
            out.put("property", change.property());
        }
        return out.put("before", change.before())
                .put("after", change.after())
                .put("follows", change.follows())
                .build();
    }

    static JsonObject reference(ObjectRef ref) {
        JsonObject.Builder out = JsonObject.builder().put("kind", ref.kind().word());
        if (!ref.name().schema().isEmpty()) {
            out.put("schema", ref.name().schema());
        }
        return out.put("name", ref.name().name()).build();
    }
}
