package dev.dryrun.mcp.protocol;

/// `notifications/initialized`: the client has read the answer to its `initialize`.
public record InitializedNotification() implements ClientNotification {}
