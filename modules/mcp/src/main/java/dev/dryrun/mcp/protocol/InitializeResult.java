package dev.dryrun.mcp.protocol;

import dev.dryrun.json.JsonObject;

/// The answer to `initialize`: the revision of the session, and what the server can do. It has
/// tools and nothing else, and their list never changes while it runs.
///
/// @param protocolVersion the client's own where we speak it, else our newest
/// @param serverInfo who answers
/// @param instructions what a model should know before it uses the tools
public record InitializeResult(
        ProtocolVersion protocolVersion, Implementation serverInfo, String instructions)
        implements ServerResult {

    @Override
    public JsonObject toJson(ProtocolVersion version) {
        JsonObject tools = JsonObject.builder().put("listChanged", false).build();
        return JsonObject.builder()
                .put("protocolVersion", protocolVersion.date())
                .put("capabilities", JsonObject.builder().put("tools", tools).build())
                .put("serverInfo", serverInfo.toJson(version))
                .put("instructions", instructions)
                .build();
    }
}
