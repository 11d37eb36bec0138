package dev.dryrun.mcp.protocol;

import dev.dryrun.json.JsonObject;

/// `tools/call`: use a tool.
///
/// @param id what the answer carries
/// @param name the tool's name; any text
/// @param arguments by name; empty when none were given. Not yet checked against the tool's schema
public record CallToolRequest(RequestId id, String name, JsonObject arguments)
        implements ClientRequest {}
