package dev.dryrun.mcp.protocol;

import dev.dryrun.json.JsonObject;

/// Who a server is.
///
/// @param name for programs
/// @param title for people
/// @param version of the product
public record Implementation(String name, String title, String version) {

    JsonObject toJson(ProtocolVersion revision) {
        return JsonObject.builder()
                .put("name", name)
                .put("title", revision.hasTitles() ? title : null)
                .put("version", version)
                .build();
    }
}
