package dev.dryrun.mcp.protocol;

import dev.dryrun.json.JsonObject;

/// Says no more than that the request was served.
public record EmptyResult() implements ServerResult {

    @Override
    public JsonObject toJson(ProtocolVersion version) {
        return JsonObject.builder().build();
    }
}
