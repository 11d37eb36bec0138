package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.DryrunException;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.report.FleetReport.Visit;
import java.util.Locale;

/// What came of a fleet as JSON: `docs/reference/json/snapshot-capture.md`.
public final class FleetJson {

    private FleetJson() {}

    /// {@return what came of each node}
    ///
    /// @param report what to say
    public static JsonObject of(FleetReport report) {
        return JsonObject.builder()
                .put("project", report.key().projectId())
                .put("database", report.key().databaseId())
                .put("checked_only", report.checked())
                .put("nodes", JsonArray.of(report.nodes(), FleetJson::visit))
                .put("failed", report.failed())
                .build();
    }

    private static JsonObject visit(Visit visit) {
        JsonObject.Builder json =
                JsonObject.builder()
                        .put("node", visit.node())
                        .put("status", visit.status().name().toLowerCase(Locale.ROOT));
        ServerInfo server = visit.server();
        if (server != null) {
            json.put("server", SnapshotJson.server(server));
        }
        json.put("streams", JsonArray.ofStrings(visit.streams()))
                .put("unavailable", JsonArray.ofStrings(visit.unavailable()))
                .put("snapshots", JsonArray.of(visit.snapshots(), SnapshotJson::snapshot))
                .put("warnings", JsonArray.ofStrings(visit.warnings()));
        DryrunException failure = visit.failure();
        if (failure != null) {
            json.put("error", ErrorJson.inner(failure));
        }
        return json.build();
    }
}
