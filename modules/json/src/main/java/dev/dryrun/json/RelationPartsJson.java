package dev.dryrun.json;

import dev.dryrun.model.Firing;
import dev.dryrun.model.Rule;
import dev.dryrun.model.StatisticsObject;
import dev.dryrun.model.TableStorage;
import dev.dryrun.model.Trigger;
import java.util.List;

/// What tables and views both can have, as JSON: triggers, rules, extended statistics, storage.
final class RelationPartsJson {

    private RelationPartsJson() {}

    static void putTriggers(JsonObject.Builder out, List<Trigger> triggers) {
        if (!triggers.isEmpty()) {
            out.put("triggers", JsonArray.of(triggers, RelationPartsJson::trigger));
        }
    }

    static List<Trigger> readTriggers(Fields fields) throws MalformedJsonException {
        return fields.list(
                "triggers",
                in ->
                        new Trigger(
                                in.text("name"),
                                ReadingJson.readText(in, "definition"),
                                NameJson.read(in.member("function")),
                                in.wordOr("firing", Firing::ofWord, Firing.ORIGIN),
                                in.flag("inherited"),
                                in.textOrNull("comment")));
    }

    static void putRules(JsonObject.Builder out, List<Rule> rules) {
        if (!rules.isEmpty()) {
            out.put("rules", JsonArray.of(rules, RelationPartsJson::rule));
        }
    }

    static List<Rule> readRules(Fields fields) throws MalformedJsonException {
        return fields.list(
                "rules",
                in ->
                        new Rule(
                                in.text("name"),
                                ReadingJson.readText(in, "definition"),
                                in.wordOr("firing", Firing::ofWord, Firing.ORIGIN),
                                in.textOrNull("comment")));
    }

    static void putStatistics(JsonObject.Builder out, List<StatisticsObject> statistics) {
        if (!statistics.isEmpty()) {
            out.put("statistics", JsonArray.of(statistics, RelationPartsJson::statistics));
        }
    }

    static List<StatisticsObject> readStatistics(Fields fields) throws MalformedJsonException {
        return fields.list(
                "statistics",
                in ->
                        new StatisticsObject(
                                NameJson.read(in),
                                in.text("owner"),
                                in.texts("kinds"),
                                in.texts("columns"),
                                ReadingJson.read(in, "expressions", ReadingJson::texts),
                                in.wholeOrNull("statistics_target"),
                                in.textOrNull("comment")));
    }

    static void putStorage(JsonObject.Builder out, TableStorage storage) {
        out.putIf("unlogged", storage.unlogged())
                .put("access_method", storage.accessMethod())
                .put("tablespace", storage.tablespace());
        OptionsJson.put(out, "options", storage.options());
        OptionsJson.put(out, "toast_options", storage.toastOptions());
    }

    static TableStorage readStorage(Fields in) throws MalformedJsonException {
        return new TableStorage(
                in.flag("unlogged"),
                in.textOrNull("access_method"),
                in.textOrNull("tablespace"),
                OptionsJson.read(in, "options"),
                OptionsJson.read(in, "toast_options"));
    }

    private static JsonObject trigger(Trigger trigger) {
        JsonObject.Builder out = JsonObject.builder().put("name", trigger.name());
        ReadingJson.putText(out, "definition", trigger.definition());
        NameJson.put(out, "function", trigger.function());
        putFiring(out, trigger.firing());
        return out.putIf("inherited", trigger.inherited())
                .put("comment", trigger.comment())
                .build();
    }

    private static JsonObject rule(Rule rule) {
        JsonObject.Builder out = JsonObject.builder().put("name", rule.name());
        ReadingJson.putText(out, "definition", rule.definition());
        putFiring(out, rule.firing());
        return out.put("comment", rule.comment()).build();
    }

    private static void putFiring(JsonObject.Builder out, Firing firing) {
        if (firing != Firing.ORIGIN) {
            out.put("firing", firing.word());
        }
    }

    private static JsonObject statistics(StatisticsObject statistics) {
        JsonObject.Builder out = JsonObject.builder();
        NameJson.put(out, statistics.name());
        out.put("owner", statistics.owner())
                .putUnlessEmpty("kinds", statistics.kinds())
                .putUnlessEmpty("columns", statistics.columns());
        ReadingJson.put(out, "expressions", statistics.expressions(), JsonArray::ofStrings);
        Integer target = statistics.statisticsTarget();
        if (target != null) {
            out.put("statistics_target", target.longValue());
        }
        return out.put("comment", statistics.comment()).build();
    }
}
