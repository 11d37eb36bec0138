package dev.dryrun.json;

import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.NodeView;
import dev.dryrun.model.Reading;
import dev.dryrun.model.StatisticsRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// [NodeStatistics] as JSON: each view by its name, an array of rows with strings.
final class NodeStatisticsJson {

    private NodeStatisticsJson() {}

    static void put(JsonObject.Builder out, NodeStatistics node) {
        ReadingJson.put(out, "fingerprint", node.fingerprint(), JsonString::new);
        out.put("started_at", node.startedAt().toString());
        node.views()
                .forEach((view, rows) ->
                        ReadingJson.put(
                                out,
                                view.word(),
                                rows,
                                list -> JsonArray.of(list, row -> strings(row.values()))));
    }

    static NodeStatistics read(Fields in) throws MalformedJsonException {
        Map<NodeView, Reading<List<StatisticsRow>>> views = new EnumMap<>(NodeView.class);
        for (NodeView view : NodeView.values()) {
            if (in.object().get(view.word()) != null) {
                views.put(view, ReadingJson.read(in, view.word(), NodeStatisticsJson::rows));
            }
        }
        return new NodeStatistics(
                ReadingJson.read(in, "fingerprint", ReadingJson::text),
                ReadingJson.instant(new JsonString(in.text("started_at"))),
                views);
    }

    static JsonObject strings(Map<String, String> values) {
        JsonObject.Builder out = JsonObject.builder();
        values.forEach(out::put);
        return out.build();
    }

    static SortedMap<String, String> strings(Fields in) throws MalformedJsonException {
        SortedMap<String, String> values = new TreeMap<>();
        for (String name : in.object().members().keySet()) {
            values.put(name, in.text(name));
        }
        return values;
    }

    private static List<StatisticsRow> rows(JsonValue value) throws MalformedJsonException {
        if (!(value instanceof JsonArray(List<JsonValue> elements))) {
            throw new MalformedJsonException("an array of rows was expected");
        }
        List<StatisticsRow> rows = new ArrayList<>();
        for (JsonValue element : elements) {
            rows.add(new StatisticsRow(strings(Fields.of(element))));
        }
        return rows;
    }
}
