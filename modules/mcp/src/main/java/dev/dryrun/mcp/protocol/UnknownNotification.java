package dev.dryrun.mcp.protocol;

/// A notification that means nothing to this server, or does not say what it should. A notification
/// is never answered, so it is passed over.
///
/// @param method its name; any text
public record UnknownNotification(String method) implements ClientNotification {}
