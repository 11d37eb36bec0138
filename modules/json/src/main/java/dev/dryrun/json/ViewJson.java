package dev.dryrun.json;

import dev.dryrun.model.View;
import dev.dryrun.model.View.ViewColumn;

/// A [View] as JSON.
final class ViewJson {

    private ViewJson() {}

    static void put(JsonObject.Builder out, View view) {
        NameJson.put(out, view.name());
        if (view.materialized()) {
            out.put("materialized", true);
        }
        out.put("columns", JsonArray.of(view.columns(), ViewJson::column))
                .put("definition", view.definition());
        FactsJson.put(out, view.facts());
    }

    static View read(Fields fields) throws MalformedJsonException {
        return new View(
                NameJson.read(fields),
                fields.flag("materialized"),
                fields.list(
                        "columns",
                        in ->
                                new ViewColumn(
                                        in.text("name"),
                                        in.text("type"),
                                        in.textOrNull("comment"))),
                fields.text("definition"),
                FactsJson.read(fields));
    }

    private static JsonObject column(ViewColumn column) {
        return JsonObject.builder()
                .put("name", column.name())
                .put("type", column.type())
                .put("comment", column.comment())
                .build();
    }
}
