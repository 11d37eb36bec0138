package dev.dryrun.mcp.protocol;

/// A message that wants exactly one answer.
public sealed interface ClientRequest extends ClientMessage
        permits InitializeRequest, PingRequest, ListToolsRequest, CallToolRequest {

    /// {@return what the answer must carry}
    RequestId id();
}
