package dev.dryrun.mcp.tool;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.lint.LintSettings;
import dev.dryrun.lint.Linter;
import dev.dryrun.mcp.protocol.CallToolResult;
import dev.dryrun.mcp.protocol.ToolAnnotations;
import dev.dryrun.mcp.protocol.ToolDefinition;
import dev.dryrun.mcp.protocol.Toolbox;
import dev.dryrun.model.DryrunException;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.query.QuerySettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The tools of a server, over the newest snapshot. For one thread.
public final class Tools implements Toolbox, AutoCloseable {

    private final CatalogSource source;
    private final List<Tool> tools;

    /// Where the snapshots are.
    ///
    /// @param historyFile the file; it need not be there
    /// @param key which database of which project
    /// @param lint what the project says of lint rules
    public record Location(Path historyFile, SnapshotKey key, LintSettings lint) {

        /// Where a project says nothing of lint rules.
        ///
        /// @param historyFile as above
        /// @param key as above
        public Location(Path historyFile, SnapshotKey key) {
            this(historyFile, key, LintSettings.ALL);
        }
    }

    /// Makes them, with the lint rules that come with DryRun; opens nothing.
    ///
    /// @param location asked at every call; may throw a [DryrunException]
    public Tools(Supplier<Location> location) {
        this(location, Linter::withBuiltInRules);
    }

    /// Makes them; opens nothing.
    ///
    /// @param location asked at every call; may throw a [DryrunException]
    /// @param linter the lint rules; asked by the calls that need them
    public Tools(Supplier<Location> location, Supplier<Linter> linter) {
        this.source = new CatalogSource(location);
        this.tools =
                List.of(
                        new FindObjectsTool(),
                        new DescribeTableTool(),
                        new ValidateQueryTool(
                                new LoadedParser(), () -> query(location.get().lint())),
                        new LintSchemaTool(linter, () -> location.get().lint()));
    }

    /// One list of disabled rules is for both kinds.
    private static QuerySettings query(LintSettings lint) {
        return new QuerySettings(lint.disabledRules(), lint.minSeverity());
    }

    @Override
    public List<ToolDefinition> definitions() {
        return tools.stream().map(Tools::definition).toList();
    }

    private static ToolDefinition definition(Tool tool) {
        return new ToolDefinition(
                tool.inputSchema().tool(),
                tool.title(),
                tool.description(),
                tool.inputSchema().toJson(),
                Schemas.withMeta(tool.outputSchema()),
                ToolAnnotations.reading());
    }

    @Override
    public boolean has(String name) {
        return named(name).isPresent();
    }

    private Optional<Tool> named(String name) {
        return tools.stream().filter(tool -> tool.inputSchema().tool().equals(name)).findFirst();
    }

    @Override
    public CallToolResult call(String name, JsonObject arguments) {
        Tool tool = named(name).orElseThrow();
        try {
            Arguments checked = tool.inputSchema().check(arguments);
            Catalog catalog = source.current();
            ToolAnswer answer = tool.call(checked, catalog);
            return new CallToolResult(whole(answer, catalog), false);
        } catch (DryrunException e) {
            return new CallToolResult(error(e), true);
        }
    }

    private static JsonObject error(DryrunException e) {
        JsonObject error =
                JsonObject.builder()
                        .put("code", e.code().word())
                        .put("message", e.what())
                        .put("hint", e.hint())
                        .build();
        return JsonObject.builder().put("error", error).build();
    }

    private static JsonObject whole(ToolAnswer answer, Catalog catalog) {
        return JsonObject.builder()
                .putAll(answer.content().members())
                .put("_meta", meta(answer, catalog))
                .build();
    }

    private static JsonObject meta(ToolAnswer answer, Catalog catalog) {
        SnapshotInfo schema = catalog.schema();
        Optional<Instant> oldestActivity =
                catalog.activity().stream()
                        .map(SnapshotInfo::takenAt)
                        .min(Comparator.naturalOrder());
        JsonObject.Builder meta =
                JsonObject.builder()
                        .put("mode", "offline")
                        .put("database", schema.server().database())
                        .put("pg_version", schema.server().version())
                        .put("schema_captured_at", schema.takenAt().toString());
        catalog.planner().ifPresent(of -> meta.put("planner_captured_at", of.takenAt().toString()));
        oldestActivity.ifPresent(at -> meta.put("activity_captured_at", at.toString()));
        meta.put("hint", answer.hint());
        if (!answer.next().isEmpty()) {
            meta.put("next", JsonArray.of(answer.next(), ToolAnswer.NextCall::toJson));
        }
        return meta.build();
    }

    @Override
    public void close() {
        source.close();
    }
}
