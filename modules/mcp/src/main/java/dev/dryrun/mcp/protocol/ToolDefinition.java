package dev.dryrun.mcp.protocol;

import dev.dryrun.json.JsonObject;

/// What a client is told of a tool.
///
/// @param name for programs: lower case with underscores
/// @param title for people
/// @param description for models: what it answers, and when to use it
/// @param inputSchema a JSON Schema of type object: the arguments
/// @param outputSchema a JSON Schema of type object: the structured content of a result that is no
///   error
/// @param annotations what using it does to the world
public record ToolDefinition(
        String name,
        String title,
        String description,
        JsonObject inputSchema,
        JsonObject outputSchema,
        ToolAnnotations annotations) {

    JsonObject toJson(ProtocolVersion version) {
        JsonObject.Builder tool =
                JsonObject.builder()
                        .put("name", name)
                        .put("title", version.hasTitles() ? title : null)
                        .put("description", description)
                        .put("inputSchema", inputSchema);
        if (version.hasStructuredContent()) {
            tool.put("outputSchema", outputSchema);
        }
        if (version.hasAnnotations()) {
            tool.put("annotations", annotations.toJson(title));
        }
        return tool.build();
    }
}
