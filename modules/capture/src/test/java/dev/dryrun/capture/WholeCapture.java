package dev.dryrun.capture;

import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.QueryStatisticsInfo;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.SequenceStatistics;
import dev.dryrun.model.ServerFact;
import dev.dryrun.model.TableActivity;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.testkit.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything that one role can capture of a database.
///
/// @param schema the definitions
/// @param planner tables by name
/// @param sequences how far they have come, by name
/// @param facts roles, tablespaces, settings
/// @param activity counters by table
/// @param node what the server says of itself
/// @param queries how the query statistics were read
record WholeCapture(
        List<SchemaObject> schema,
        Map<String, TableStatistics> planner,
        Map<String, Reading<Long>> sequences,
        List<ServerFact> facts,
        Map<String, TableActivity> activity,
        NodeStatistics node,
        QueryStatisticsInfo queries) {

    static WholeCapture by(String role, PostgresServer server, String database) {
        try (CaptureSession session =
                CaptureSession.open(
                        ConnectionUri.parse(server.url(database, role), Map.of()),
                        Captured.PRIVILEGED)) {
            List<SchemaObject> schema = new ArrayList<>();
            Map<String, TableStatistics> planner = new TreeMap<>();
            Map<String, Reading<Long>> sequences = new TreeMap<>();
            List<ServerFact> facts = new ArrayList<>();
            Map<String, TableActivity> activity = new TreeMap<>();
            session.readSchema(schema::add);
            session.readPlanner(one -> planner.put(one.about().name().name(), one));
            session.readServerFacts(facts::add);
            session.readSequences((SequenceStatistics one) ->
                    sequences.put(one.about().name().name(), one.lastValue()));
            session.readActivity(one -> activity.put(one.about().name().name(), one));
            return new WholeCapture(
                    schema,
                    planner,
                    sequences,
                    facts,
                    activity,
                    session.readNode(),
                    session.readQueries(500, _ -> {}));
        }
    }

    ColumnStatistics column(String table, String name) {
        TableStatistics statistics = planner.get(table);
        if (statistics == null) {
            throw new AssertionError(table + " is not among " + planner.keySet());
        }
        return statistics.columns().stream()
                .filter(column -> column.column().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
