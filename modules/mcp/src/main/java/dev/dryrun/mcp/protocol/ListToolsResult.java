package dev.dryrun.mcp.protocol;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import java.util.List;

/// The answer to `tools/list`: all tools on one page.
///
/// @param tools always in the same order
public record ListToolsResult(List<ToolDefinition> tools) implements ServerResult {

    public ListToolsResult {
        tools = List.copyOf(tools);
    }

    @Override
    public JsonObject toJson(ProtocolVersion version) {
        return JsonObject.builder()
                .put("tools", JsonArray.of(tools, tool -> tool.toJson(version)))
                .build();
    }
}
