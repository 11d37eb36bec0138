package dev.dryrun.mcp.protocol;

import org.jspecify.annotations.Nullable;

/// `tools/list`: which tools are there?
///
/// @param id what the answer carries
/// @param cursor where to go on; null for the beginning. We give out none: all tools are one page
public record ListToolsRequest(RequestId id, @Nullable String cursor) implements ClientRequest {}
