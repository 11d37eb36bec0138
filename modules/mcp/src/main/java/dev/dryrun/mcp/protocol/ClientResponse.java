package dev.dryrun.mcp.protocol;

/// An answer to a request of ours. This server sends no requests, so it is passed over.
public record ClientResponse() implements ClientMessage {}
