package dev.dryrun.mcp.protocol;

/// `notifications/cancelled`: the client no longer wants an answer.
///
/// @param request the request that it no longer wants answered
public record CancelledNotification(RequestId request) implements ClientNotification {}
