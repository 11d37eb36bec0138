package dev.dryrun.mcp.protocol;

import dev.dryrun.json.JsonObject;

/// Why a message gets no result. What goes wrong inside a tool is a [CallToolResult] instead.
///
/// @param code of JSON-RPC 2.0
/// @param message one line: what is wrong, and what would be right
public record RpcError(int code, String message) {

    /// {@return the text is not JSON}
    ///
    /// @param message what is wrong
    public static RpcError parseError(String message) {
        return new RpcError(-32700, message);
    }

    /// {@return JSON, but no message, or one that cannot be served now}
    ///
    /// @param message what is wrong
    public static RpcError invalidRequest(String message) {
        return new RpcError(-32600, message);
    }

    /// {@return there is no such method}
    ///
    /// @param message what is wrong
    public static RpcError methodNotFound(String message) {
        return new RpcError(-32601, message);
    }

    /// {@return the parameters are not what the method takes}
    ///
    /// @param message what is wrong
    public static RpcError invalidParams(String message) {
        return new RpcError(-32602, message);
    }

    /// {@return something in DryRun is broken}
    ///
    /// @param message what is wrong
    public static RpcError internal(String message) {
        return new RpcError(-32603, message);
    }

    JsonObject toJson() {
        return JsonObject.builder().put("code", code).put("message", message).build();
    }
}
