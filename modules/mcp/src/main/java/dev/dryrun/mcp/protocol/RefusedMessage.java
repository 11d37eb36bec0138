package dev.dryrun.mcp.protocol;

import org.jspecify.annotations.Nullable;

/// A message that can only be answered with an error: no message of the protocol, or an unknown
/// method, or parameters that are not what the method takes.
///
/// @param id what the answer carries; null where the message has no usable one
/// @param error what is wrong with it
public record RefusedMessage(@Nullable RequestId id, RpcError error) implements ClientMessage {}
