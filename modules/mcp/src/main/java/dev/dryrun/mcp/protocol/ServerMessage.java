package dev.dryrun.mcp.protocol;

import dev.dryrun.json.JsonObject;

/// Anything this server sends: answers, and nothing else.
public sealed interface ServerMessage permits ResultResponse, ErrorResponse {

    /// {@return the message as it stands on the wire}
    ///
    /// @param version the revision of the session, or of the request
    JsonObject toJson(ProtocolVersion version);
}
