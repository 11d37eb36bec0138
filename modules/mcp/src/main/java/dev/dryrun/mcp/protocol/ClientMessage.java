package dev.dryrun.mcp.protocol;

/// Anything a client may send. [ClientMessages] reads it.
public sealed interface ClientMessage
        permits ClientRequest, ClientNotification, ClientResponse, RefusedMessage {}
