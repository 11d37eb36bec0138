package dev.dryrun.mcp.protocol;

import dev.dryrun.json.JsonObject;

/// What using a tool does to the world.
///
/// @param readOnly whether it changes nothing
/// @param idempotent whether a second call with the same arguments changes nothing more
/// @param openWorld whether it reaches outside the machine
public record ToolAnnotations(boolean readOnly, boolean idempotent, boolean openWorld) {

    /// {@return of a tool that only reads what was captured}
    public static ToolAnnotations reading() {
        return new ToolAnnotations(true, true, false);
    }

    JsonObject toJson(String title) {
        return JsonObject.builder()
                .put("title", title)
                .put("readOnlyHint", readOnly)
                .put("idempotentHint", idempotent)
                .put("openWorldHint", openWorld)
                .build();
    }
}
