package dev.dryrun.ddl;

import dev.dryrun.model.Definition;
import java.util.ArrayList;
import java.util.List;

/// Renders publications and subscriptions.
final class ReplicationDdl {

    private ReplicationDdl() {}

    static void publication(Definition definition, Steps steps) {
        Parameters parameters = new Parameters(definition);
        List<String> objects = new ArrayList<>();
        if (parameters.has("for all tables")) {
            objects.add("ALL TABLES");
        }
        // What the children of a table are in was written down when it was made.
        parameters
                .values("table")
                .forEach(table ->
                        objects.add((objects.isEmpty() ? "TABLE " : "") + "ONLY " + table));
        parameters
                .values("tables in schema")
                .forEach(schema -> objects.add("TABLES IN SCHEMA " + Sql.name(schema)));
        for (String table : parameters.values("absent filter")) {
            steps.gap(
                    "the row filter of "
                            + table
                            + " in publication "
                            + definition.name().name()
                            + " was not captured: locked");
        }
        if (parameters.has("publish")) {
            parameters.as("publish", Sql.literal(String.join(", ", parameters.values("publish"))));
        }
        parameters.as("publish_via_partition_root", parameters.value("publish_via_partition_root"));
        parameters.as("publish_generated_columns", parameters.value("publish_generated_columns"));
        steps.add(
                Phase.PUBLICATION,
                "CREATE PUBLICATION "
                        + definition.name().sql()
                        + (objects.isEmpty() ? "" : " FOR " + String.join(", ", objects))
                        + (parameters.isEmpty() ? "" : " WITH " + parameters.line()));
    }

    /// Neither connects nor runs: where the publisher is was never captured.
    static String subscription(Definition definition) {
        Parameters parameters = new Parameters(definition).as("connect", "false");
        String slot = parameters.value("slot_name");
        if (slot != null) {
            parameters.as("slot_name", slot.equals("NONE") ? slot : Sql.literal(slot));
        }
        for (String option :
                List.of(
                        "binary",
                        "streaming",
                        "synchronous_commit",
                        "two_phase",
                        "disable_on_error",
                        "password_required",
                        "run_as_owner",
                        "origin",
                        "failover")) {
            parameters.as(option, parameters.value(option));
        }
        return "CREATE SUBSCRIPTION "
                + definition.name().sql()
                + " CONNECTION 'dbname=not_captured' PUBLICATION "
                + Sql.names(parameters.values("publication"))
                + " WITH "
                + parameters.line();
    }
}
