package dev.dryrun.mcp.protocol;

/// `ping`: is the server there? Answered at any time, before `initialize` too.
///
/// @param id what the answer carries
public record PingRequest(RequestId id) implements ClientRequest {}
