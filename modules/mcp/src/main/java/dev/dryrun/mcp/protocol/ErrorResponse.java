package dev.dryrun.mcp.protocol;

import dev.dryrun.json.JsonNull;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// The answer to a message that could not be served.
///
/// @param id of the request; null, and `null` on the wire as JSON-RPC wants it, where the message
///   had no usable one
/// @param error why
public record ErrorResponse(@Nullable RequestId id, RpcError error) implements ServerMessage {

    @Override
    public JsonObject toJson(ProtocolVersion version) {
        JsonValue idOrNull = id == null ? new JsonNull() : id.value();
        return JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", idOrNull)
                .put("error", error.toJson())
                .build();
    }
}
