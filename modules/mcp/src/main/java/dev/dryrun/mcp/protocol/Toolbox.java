package dev.dryrun.mcp.protocol;

import dev.dryrun.json.JsonObject;
import java.util.List;

/// The tools that a session offers, as the protocol sees them. Called by one thread.
public interface Toolbox {

    /// {@return what clients are told, always in the same order}
    List<ToolDefinition> definitions();

    /// {@return whether there is a tool of this name}
    ///
    /// @param name any text
    default boolean has(String name) {
        return definitions().stream().anyMatch(definition -> definition.name().equals(name));
    }

    /// Uses a tool. What it cannot do is a result that says so; whatever it throws is a mistake in
    /// DryRun.
    ///
    /// @param name of a tool that is there
    /// @param arguments as they came
    /// @return what the tool says
    CallToolResult call(String name, JsonObject arguments);
}
