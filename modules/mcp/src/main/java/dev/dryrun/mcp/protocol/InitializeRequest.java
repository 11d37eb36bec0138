package dev.dryrun.mcp.protocol;

/// `initialize`: opens the session and proposes a revision. The client's capabilities are not kept:
/// this server asks its client for nothing.
///
/// @param id what the answer carries
/// @param protocolVersion the newest revision that the client speaks, by its date; any text
public record InitializeRequest(RequestId id, String protocolVersion) implements ClientRequest {}
