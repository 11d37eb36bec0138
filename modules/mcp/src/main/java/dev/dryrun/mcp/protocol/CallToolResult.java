package dev.dryrun.mcp.protocol;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import java.util.List;

/// The answer to `tools/call`.
///
/// The text content is the same JSON that the structured content is, in one line, so that a client
/// of any revision gets all of it. An error has text only: structured content would have to fit the
/// tool's output schema.
///
/// @param content what the tool says
/// @param error whether it says that it could not do it
public record CallToolResult(JsonObject content, boolean error) implements ServerResult {

    @Override
    public JsonObject toJson(ProtocolVersion version) {
        JsonObject text =
                JsonObject.builder().put("type", "text").put("text", Json.compact(content)).build();
        JsonObject.Builder result =
                JsonObject.builder().put("content", new JsonArray(List.of(text)));
        if (version.hasStructuredContent() && !error) {
            result.put("structuredContent", content);
        }
        return result.put("isError", error).build();
    }
}
