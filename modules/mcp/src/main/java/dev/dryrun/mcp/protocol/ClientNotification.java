package dev.dryrun.mcp.protocol;

/// A message that must not be answered.
public sealed interface ClientNotification extends ClientMessage
        permits InitializedNotification, CancelledNotification, UnknownNotification {}
