package dev.dryrun.mcp.protocol;

import dev.dryrun.json.JsonObject;

/// What a request asked for.
public sealed interface ServerResult
        permits InitializeResult, EmptyResult, ListToolsResult, CallToolResult {

    /// {@return the result as it stands on the wire}
    ///
    /// @param version a member that this revision does not have is left out
    JsonObject toJson(ProtocolVersion version);
}
