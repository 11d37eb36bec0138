package dev.dryrun.mcp.protocol;

import dev.dryrun.json.JsonObject;

/// The answer to a request that could be served.
///
/// @param id of the request
/// @param result what it asked for
public record ResultResponse(RequestId id, ServerResult result) implements ServerMessage {

    @Override
    public JsonObject toJson(ProtocolVersion version) {
        return JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", id.value())
                .put("result", result.toJson(version))
                .build();
    }
}
