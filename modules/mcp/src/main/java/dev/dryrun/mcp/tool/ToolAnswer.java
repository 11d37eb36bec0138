package dev.dryrun.mcp.tool;

import dev.dryrun.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a tool says, before the facts about the snapshot are added.
///
/// @param content fits the tool's output schema
/// @param hint what the reader should know about it, in one line; null when nothing
/// @param next calls that may be worth making, ready to be made
record ToolAnswer(JsonObject content, @Nullable String hint, List<NextCall> next) {

    ToolAnswer {
        next = List.copyOf(next);
    }

    /// A call of a tool.
    ///
    /// @param tool its name
    /// @param arguments that fit its schema
    record NextCall(String tool, JsonObject arguments) {
        JsonObject toJson() {
            return JsonObject.builder().put("tool", tool).put("args", arguments).build();
        }
    }
}
