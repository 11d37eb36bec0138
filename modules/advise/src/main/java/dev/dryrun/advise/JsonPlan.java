package dev.dryrun.advise;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.model.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Reads `EXPLAIN (FORMAT JSON)`.
final class JsonPlan {

    private static final String EXPECTED =
            "an array of objects with the member \"Plan\" was expected";

    private final String name;
    private final int line;

    private JsonPlan(String name, int line) {
        this.name = name;
        this.line = line;
    }

    static List<Plan> read(String name, List<PlanLine> lines) {
        JsonPlan reader = new JsonPlan(name, lines.getFirst().number());
        String text = lines.stream().map(PlanLine::text).collect(Collectors.joining("\n"));
        try {
            return reader.plans(Json.parse(text));
        } catch (MalformedJsonException e) {
            throw reader.unreadable(String.valueOf(e.getMessage()));
        }
    }

    private List<Plan> plans(JsonValue value) {
        List<JsonValue> elements =
                value instanceof JsonArray(List<JsonValue> several) ? several : List.of(value);
        List<Plan> plans = new ArrayList<>();
        for (JsonValue element : elements) {
            if (element instanceof JsonObject outer
                    && outer.get("Plan") instanceof JsonObject root) {
                plans.add(plan(outer, node(root, 1)));
            } else {
                throw unreadable("it is other JSON");
            }
        }
        if (plans.isEmpty()) {
            throw unreadable("the array is empty");
        }
        return plans;
    }

    private Plan plan(JsonObject outer, PlanNode root) {
        return new Plan(
                root,
                number(outer, "Planning Time"),
                number(outer, "Execution Time"),
                outer.get("JIT") instanceof JsonObject jit ? jit(jit) : null,
                triggers(outer));
    }

    private static Plan.Jit jit(JsonObject jit) {
        OptionalDouble total =
                jit.get("Timing") instanceof JsonObject timing
                        ? number(timing, "Total")
                        : OptionalDouble.empty();
        return new Plan.Jit((int) number(jit, "Functions").orElse(0), total);
    }

    private static List<Plan.FiredTrigger> triggers(JsonObject outer) {
        List<Plan.FiredTrigger> triggers = new ArrayList<>();
        if (outer.get("Triggers") instanceof JsonArray(List<JsonValue> elements)) {
            for (JsonValue element : elements) {
                if (element instanceof JsonObject trigger) {
                    String constraint = text(trigger, "Constraint Name");
                    triggers.add(
                            new Plan.FiredTrigger(
                                    constraint.isEmpty()
                                            ? text(trigger, "Trigger Name")
                                            : constraint,
                                    text(trigger, "Relation"),
                                    number(trigger, "Time"),
                                    (long) number(trigger, "Calls").orElse(0)));
                }
            }
        }
        return triggers;
    }

    private PlanNode node(JsonObject fields, int depth) {
        if (text(fields, "Node Type").isEmpty()) {
            throw unreadable("a node has no \"Node Type\"");
        }
        if (depth > PlanReader.DEPTH_MAX) {
            throw unreadable("its nodes nest deeper than " + PlanReader.DEPTH_MAX);
        }
        JsonObject.Builder own = JsonObject.builder();
        fields.members()
                .forEach((member, value) -> {
                    if (!member.equals("Plans")) {
                        own.put(member, value);
                    }
                });
        List<PlanNode> children = new ArrayList<>();
        if (fields.get("Plans") instanceof JsonArray(List<JsonValue> elements)) {
            for (JsonValue element : elements) {
                if (!(element instanceof JsonObject child)) {
                    throw unreadable("a child of a node is no object");
                }
                children.add(node(child, depth + 1));
            }
        }
        return new PlanNode(own.build(), children);
    }

    private static String text(JsonObject object, String member) {
        return object.get(member) instanceof JsonString(String text) ? text : "";
    }

    private static OptionalDouble number(JsonObject object, String member) {
        return object.get(member) instanceof JsonNumber number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    private InputException unreadable(String what) {
        return PlanReader.unreadable(name, line, what, EXPECTED);
    }
}
