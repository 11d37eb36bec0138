package dev.dryrun.ddl;

import dev.dryrun.model.Firing;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Rule;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.StatisticsObject;
import dev.dryrun.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Renders what relations of every sort have: triggers, rules, extended statistics.
final class PartDdl {

    private PartDdl() {}

    /// Writes triggers. A partition has those of its parent from it, and only their state may
    /// differ.
    static void triggers(SchemaObject relation, List<Trigger> triggers, Steps steps) {
        for (Trigger trigger : triggers) {
            String on = Sql.name(trigger.name()) + " ON " + relation.name().sql();
            if (!trigger.inherited()) {
                String text =
                        steps.known(
                                trigger.definition(),
                                "trigger " + trigger.name() + " of " + relation.name().display());
                if (text == null) {
                    continue;
                }
                steps.add(Phase.TRIGGER, text);
            }
            if (trigger.firing() != Firing.ORIGIN) {
                steps.add(
                        Phase.TRIGGER_STATE,
                        "ALTER TABLE ONLY "
                                + relation.name().sql()
                                + " "
                                + state(trigger.firing())
                                + " TRIGGER "
                                + Sql.name(trigger.name()));
            }
            if (trigger.comment() != null) {
                steps.add(Phase.COMMENT, CommentDdl.on("TRIGGER " + on, trigger.comment()));
            }
        }
    }

    static void rules(SchemaObject relation, List<Rule> rules, Steps steps) {
        for (Rule rule : rules) {
            String text =
                    steps.known(
                            rule.definition(),
                            "rule " + rule.name() + " of " + relation.name().display());
            if (text == null) {
                continue;
            }
            steps.add(Phase.RULE, text);
            if (rule.firing() != Firing.ORIGIN) {
                steps.add(
                        Phase.TRIGGER_STATE,
                        "ALTER TABLE "
                                + relation.name().sql()
                                + " "
                                + state(rule.firing())
                                + " RULE "
                                + Sql.name(rule.name()));
            }
            if (rule.comment() != null) {
                String on = Sql.name(rule.name()) + " ON " + relation.name().sql();
                steps.add(Phase.COMMENT, CommentDdl.on("RULE " + on, rule.comment()));
            }
        }
    }

    static void statistics(QualifiedName relation, List<StatisticsObject> statistics, Steps steps) {
        for (StatisticsObject object : statistics) {
            List<String> keys = new ArrayList<>(object.columns().stream().map(Sql::name).toList());
            if (object.kinds().contains("expressions")) {
                List<String> expressions = object.expressions().known().orElse(null);
                if (expressions == null) {
                    steps.gap("statistics " + object.name().display() + " were not captured");
                    continue;
                }
                expressions.forEach(text -> keys.add("(" + text + ")"));
            }
            String kinds =
                    object.kinds().stream()
                            .filter(kind -> !kind.equals("expressions"))
                            .collect(Collectors.joining(", "));
            steps.role(object.owner(), false);
            String name = "STATISTICS " + object.name().sql();
            steps.add(
                    Phase.STATISTICS,
                    "CREATE "
                            + name
                            + (kinds.isEmpty() ? "" : " (" + kinds + ")")
                            + " ON "
                            + String.join(", ", keys)
                            + " FROM "
                            + relation.sql());
            if (object.statisticsTarget() != null) {
                steps.add(
                        Phase.STATISTICS,
                        "ALTER " + name + " SET STATISTICS " + object.statisticsTarget());
            }
            steps.add(Phase.OWNER, "ALTER " + name + " OWNER TO " + Sql.name(object.owner()));
            if (object.comment() != null) {
                steps.add(Phase.COMMENT, CommentDdl.on(name, object.comment()));
            }
        }
    }

    private static String state(Firing firing) {
        return switch (firing) {
            case ORIGIN -> "ENABLE";
            case REPLICA -> "ENABLE REPLICA";
            case ALWAYS -> "ENABLE ALWAYS";
            case DISABLED -> "DISABLE";
        };
    }
}
