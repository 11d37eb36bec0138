package dev.dryrun.mcp;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.mcp.protocol.CallToolRequest;
import dev.dryrun.mcp.protocol.CallToolResult;
import dev.dryrun.mcp.protocol.ClientMessage;
import dev.dryrun.mcp.protocol.ClientMessages;
import dev.dryrun.mcp.protocol.ClientNotification;
import dev.dryrun.mcp.protocol.ClientRequest;
import dev.dryrun.mcp.protocol.ClientResponse;
import dev.dryrun.mcp.protocol.EmptyResult;
import dev.dryrun.mcp.protocol.ErrorResponse;
import dev.dryrun.mcp.protocol.Implementation;
import dev.dryrun.mcp.protocol.InitializeRequest;
import dev.dryrun.mcp.protocol.InitializeResult;
import dev.dryrun.mcp.protocol.Line;
import dev.dryrun.mcp.protocol.ListToolsRequest;
import dev.dryrun.mcp.protocol.ListToolsResult;
import dev.dryrun.mcp.protocol.PingRequest;
import dev.dryrun.mcp.protocol.ProtocolVersion;
import dev.dryrun.mcp.protocol.RefusedMessage;
import dev.dryrun.mcp.protocol.RequestId;
import dev.dryrun.mcp.protocol.ResultResponse;
import dev.dryrun.mcp.protocol.RpcError;
import dev.dryrun.mcp.protocol.ServerMessage;
import dev.dryrun.mcp.protocol.ServerResult;
import dev.dryrun.mcp.protocol.Toolbox;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client and this server have said to each other so far: nothing, or a revision agreed on.
///
/// Every line gets its answer before the next is looked at, in order, so there is never a request
/// in flight that a cancellation could reach. For one thread.
final class Session {

    private final Implementation server;
    private final String instructions;
    private final Toolbox toolbox;
    private final Incidents incidents;

    /// What `initialize` agreed on; null before it.
    private @Nullable ProtocolVersion agreed;

    Session(Implementation server, String instructions, Toolbox toolbox, Incidents incidents) {
        this.server = server;
        this.instructions = instructions;
        this.toolbox = toolbox;
        this.incidents = incidents;
    }

    /// {@return what to answer to a line; null when nothing is to be said}
    ///
    /// @param line any line
    @Nullable JsonValue answer(Line line) {
        return switch (line) {
            case Line.Text(String text) -> text.isBlank() ? null : answerSafely(text);
            case Line.TooLong() ->
                    error(
                            RpcError.invalidRequest(
                                    "a line has at most " + Limits.LINE_BYTES_MAX + " bytes"));
            case Line.NotUtf8() -> error(RpcError.parseError("a line is UTF-8, and this is not"));
        };
    }

    private @Nullable JsonValue answerSafely(String text) {
        try {
            return answerText(text);
        } catch (RuntimeException | Error e) {
            incidents.happened("a message", e);
            return error(RpcError.internal("something in DryRun is broken; the session goes on"));
        }
    }

    private @Nullable JsonValue answerText(String text) {
        JsonValue value;
        try {
            value = Json.parse(text);
        } catch (MalformedJsonException e) {
            return error(RpcError.parseError(String.valueOf(e.getMessage())));
        }
        if (value instanceof JsonArray(List<JsonValue> elements)) {
            return answerBatch(elements);
        }
        ServerMessage answer = answerMessage(ClientMessages.read(value), false);
        return answer == null ? null : answer.toJson(version());
    }

    private @Nullable JsonValue answerBatch(List<JsonValue> elements) {
        if (agreed == null || !agreed.hasBatches()) {
            return error(RpcError.invalidRequest(noBatches()));
        }
        if (elements.isEmpty() || elements.size() > Limits.BATCH_MESSAGES_MAX) {
            return error(
                    RpcError.invalidRequest(
                            "a batch has 1 to " + Limits.BATCH_MESSAGES_MAX + " messages"));
        }
        List<JsonValue> answers = new ArrayList<>();
        for (JsonValue element : elements) {
            ServerMessage answer = answerMessage(ClientMessages.read(element), true);
            if (answer != null) {
                answers.add(answer.toJson(version()));
            }
        }
        return answers.isEmpty() ? null : new JsonArray(answers);
    }

    private String noBatches() {
        return agreed == null
                ? "a session begins with initialize, and that is never part of a batch"
                : "revision " + agreed.date() + " has no batches: send one message a line";
    }

    private @Nullable ServerMessage answerMessage(ClientMessage message, boolean inBatch) {
        return switch (message) {
            case ClientRequest request -> answerRequest(request, inBatch);
            case RefusedMessage(RequestId id, RpcError error) -> new ErrorResponse(id, error);
            case ClientNotification _ -> null;
            case ClientResponse _ -> null;
        };
    }

    private ServerMessage answerRequest(ClientRequest request, boolean inBatch) {
        return switch (request) {
            case PingRequest(RequestId id) -> new ResultResponse(id, new EmptyResult());
            case InitializeRequest initialize -> initialize(initialize, inBatch);
            case ListToolsRequest list -> agreed == null ? tooEarly(list.id()) : listTools(list);
            case CallToolRequest call -> agreed == null ? tooEarly(call.id()) : callTool(call);
        };
    }

    private ServerMessage initialize(InitializeRequest request, boolean inBatch) {
        if (inBatch) {
            return refuse(
                    request.id(), RpcError.invalidRequest("initialize is never part of a batch"));
        }
        if (agreed != null) {
            return refuse(
                    request.id(),
                    RpcError.invalidRequest(
                            "the session is initialized already, for revision " + agreed.date()));
        }
        ProtocolVersion version =
                ProtocolVersion.ofDate(request.protocolVersion())
                        .orElseGet(ProtocolVersion::newest);
        agreed = version;
        return new ResultResponse(
                request.id(), new InitializeResult(version, server, instructions));
    }

    private ServerMessage listTools(ListToolsRequest list) {
        return list.cursor() == null
                ? new ResultResponse(list.id(), new ListToolsResult(toolbox.definitions()))
                : refuse(
                        list.id(),
                        RpcError.invalidParams("no such cursor: all tools are on one page"));
    }

    private ServerMessage callTool(CallToolRequest call) {
        if (!toolbox.has(call.name())) {
            return refuse(
                    call.id(),
                    RpcError.invalidParams(
                            "there is no tool "
                                    + ClientMessages.quoted(call.name())
                                    + "; tools/list names them"));
        }
        ServerResult result;
        try {
            result = toolbox.call(call.name(), call.arguments());
        } catch (RuntimeException | Error e) {
            incidents.happened("tool " + call.name(), e);
            result = broken();
        }
        return new ResultResponse(call.id(), result);
    }

    private static CallToolResult broken() {
        JsonObject error =
                JsonObject.builder()
                        .put("code", "internal")
                        .put("message", "something in DryRun is broken; the session goes on")
                        .put("hint", "see the server's log on standard error, and report it")
                        .build();
        return new CallToolResult(JsonObject.builder().put("error", error).build(), true);
    }

    private static ServerMessage tooEarly(RequestId id) {
        return refuse(id, RpcError.invalidRequest("a session begins with initialize"));
    }

    private static ServerMessage refuse(RequestId id, RpcError error) {
        return new ErrorResponse(id, error);
    }

    private JsonValue error(RpcError error) {
        return new ErrorResponse(null, error).toJson(version());
    }

    /// The revision that a message is answered in. One that names its own will be asked here.
    private ProtocolVersion version() {
        return agreed == null ? ProtocolVersion.newest() : agreed;
    }
}
