package dev.dryrun.mcp.protocol;

import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads messages of a client. Never throws for what a client sends: what cannot be read is a
/// [RefusedMessage]. Stateless.
public final class ClientMessages {

    /// How much of a client's text a message of ours repeats.
    private static final int ECHO_MAX = 60;

    private ClientMessages() {}

    /// {@return the message that the value is}
    ///
    /// @param value one JSON value, not a batch
    public static ClientMessage read(JsonValue value) {
        if (!(value instanceof JsonObject message)) {
            return refused(null, "a message is a JSON object");
        }
        Optional<RequestId> id = RequestId.of(message.get("id"));
        if (!new JsonString("2.0").equals(message.get("jsonrpc"))) {
            return refused(id.orElse(null), "a message has \"jsonrpc\": \"2.0\"");
        }
        JsonValue method = message.get("method");
        if (method == null && (message.get("result") != null || message.get("error") != null)) {
            return new ClientResponse();
        }
        if (!(method instanceof JsonString(String name))) {
            return refused(id.orElse(null), "a request has a \"method\" that is a string");
        }
        boolean wantsAnswer = message.get("id") != null;
        if (wantsAnswer && id.isEmpty()) {
            return refused(null, "an id is a string or a whole number");
        }
        JsonValue params = message.get("params");
        if (params != null && !(params instanceof JsonObject)) {
            return wantsAnswer
                    ? badParams(id.get(), "\"params\" is an object")
                    : new UnknownNotification(name);
        }
        JsonObject given =
                params instanceof JsonObject object ? object : JsonObject.builder().build();
        return wantsAnswer ? request(id.get(), name, given) : notification(name, given);
    }

    private static ClientMessage request(RequestId id, String method, JsonObject params) {
        return switch (method) {
            case "initialize" -> initialize(id, params);
            case "ping" -> new PingRequest(id);
            case "tools/list" -> listTools(id, params);
            case "tools/call" -> callTool(id, params);
            default ->
                    new RefusedMessage(
                            id, RpcError.methodNotFound("there is no method " + quoted(method)));
        };
    }

    private static ClientMessage initialize(RequestId id, JsonObject params) {
        if (!(params.get("protocolVersion") instanceof JsonString(String version))) {
            return badParams(id, "initialize needs a \"protocolVersion\" that is a string");
        }
        return new InitializeRequest(id, version);
    }

    private static ClientMessage listTools(RequestId id, JsonObject params) {
        JsonValue cursor = params.get("cursor");
        if (cursor != null && !(cursor instanceof JsonString)) {
            return badParams(id, "\"cursor\" is a string");
        }
        return new ListToolsRequest(id, cursor instanceof JsonString(String text) ? text : null);
    }

    private static ClientMessage callTool(RequestId id, JsonObject params) {
        if (!(params.get("name") instanceof JsonString(String name))) {
            return badParams(id, "tools/call needs a \"name\" that is a string");
        }
        JsonValue arguments = params.get("arguments");
        if (arguments == null) {
            return new CallToolRequest(id, name, JsonObject.builder().build());
        }
        return arguments instanceof JsonObject object
                ? new CallToolRequest(id, name, object)
                : badParams(id, "\"arguments\" is an object");
    }

    private static ClientNotification notification(String method, JsonObject params) {
        return switch (method) {
            case "notifications/initialized" -> new InitializedNotification();
            case "notifications/cancelled" ->
                    RequestId.of(params.get("requestId"))
                            .<ClientNotification>map(CancelledNotification::new)
                            .orElseGet(() -> new UnknownNotification(method));
            default -> new UnknownNotification(method);
        };
    }

    private static RefusedMessage refused(@Nullable RequestId id, String message) {
        return new RefusedMessage(id, RpcError.invalidRequest(message));
    }

    private static RefusedMessage badParams(RequestId id, String message) {
        return new RefusedMessage(id, RpcError.invalidParams(message));
    }

    /// {@return what a client wrote, cut to a length that fits a message, in quotes}
    ///
    /// @param text any text
    public static String quoted(String text) {
        int length = text.codePointCount(0, text.length());
        String shown =
                length <= ECHO_MAX
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, ECHO_MAX)) + "…";
        return "\"" + shown + "\"";
    }
}
