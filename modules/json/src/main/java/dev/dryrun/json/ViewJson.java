package dev.dryrun.json;

import dev.dryrun.model.View;
import dev.dryrun.model.View.Materialized;
import dev.dryrun.model.View.Use;

/// A [View] as JSON. What is absent, false or empty is left out.
final class ViewJson {

    private ViewJson() {}

    static void put(JsonObject.Builder out, View view) {
        NameJson.put(out, view.name());
        out.put("columns", JsonArray.of(view.columns(), ColumnJson::toJson));
        ReadingJson.putText(out, "definition", view.definition());
        if (!view.uses().isEmpty()) {
            out.put("uses", JsonArray.of(view.uses(), ViewJson::use));
        }
        OptionsJson.put(out, "options", view.options());
        Materialized materialized = view.materialized();
        if (materialized != null) {
            out.put("materialized", materialized(materialized));
        }
        RelationPartsJson.putTriggers(out, view.triggers());
        RelationPartsJson.putRules(out, view.rules());
        FactsJson.put(out, view.facts());
    }

    static View read(Fields fields) throws MalformedJsonException {
        return new View(
                NameJson.read(fields),
                fields.list("columns", ColumnJson::readViewColumn),
                ReadingJson.readText(fields, "definition"),
                fields.list(
                        "uses", in -> new Use(FactsJson.readReference(in), in.texts("columns"))),
                OptionsJson.read(fields, "options"),
                fields.nested("materialized", ViewJson::readMaterialized),
                RelationPartsJson.readTriggers(fields),
                RelationPartsJson.readRules(fields),
                FactsJson.read(fields));
    }

    private static JsonObject use(Use use) {
        JsonObject.Builder out = JsonObject.builder().put("kind", use.relation().kind().word());
        NameJson.put(out, use.relation().name());
        return out.putUnlessEmpty("columns", use.columns()).build();
    }

    private static JsonObject materialized(Materialized view) {
        JsonObject.Builder out = JsonObject.builder().putIf("unpopulated", !view.populated());
        RelationPartsJson.putStorage(out, view.storage());
        if (!view.indexes().isEmpty()) {
            out.put("indexes", JsonArray.of(view.indexes(), IndexJson::toJson));
        }
        RelationPartsJson.putStatistics(out, view.statistics());
        return out.build();
    }

    private static Materialized readMaterialized(Fields in) throws MalformedJsonException {
        return new Materialized(
                !in.flag("unpopulated"),
                RelationPartsJson.readStorage(in),
                in.list("indexes", IndexJson::read),
                RelationPartsJson.readStatistics(in));
    }
}
