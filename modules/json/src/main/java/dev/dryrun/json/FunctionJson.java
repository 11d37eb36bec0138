package dev.dryrun.json;

import dev.dryrun.model.Function;
import dev.dryrun.model.Function.Argument;
import dev.dryrun.model.Function.Behaviour;
import dev.dryrun.model.Function.Body;
import dev.dryrun.model.Function.Form;
import dev.dryrun.model.Function.Parallel;
import dev.dryrun.model.Function.Volatility;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;

/// A [Function] as JSON. What is false, empty or an argument's mode `in` is left out.
final class FunctionJson {

    /// Of the document, in order.
    static final MemberNames NAMES =
            MemberNames.of(
                    "document",
                    "schema",
                    "name",
                    "form",
                    "arguments",
                    "returns",
                    "language",
                    "body",
                    "volatility",
                    "parallel",
                    "strict",
                    "leakproof",
                    "security_definer",
                    "cost",
                    "rows",
                    "support",
                    "settings",
                    "transforms",
                    "owner",
                    "grants",
                    "comment",
                    "extension",
                    "depends_on");

    private static final MemberNames OF_ARGUMENT =
            MemberNames.of("mode", "name", "type", "default");

    private FunctionJson() {}

    static void put(JsonObject.Builder out, Function function) {
        NameJson.put(out, function.name());
        out.put("form", function.form().word());
        if (!function.arguments().isEmpty()) {
            out.put("arguments", JsonArray.of(function.arguments(), FunctionJson::argument));
        }
        out.put("returns", function.returns())
                .put("language", function.language())
                .put("body", body(function.body()));
        putBehaviour(out, function.behaviour());
        out.putUnlessEmpty("settings", function.settings())
                .putUnlessEmpty("transforms", function.transforms());
        FactsJson.put(out, function.facts());
    }

    static Function read(Fields in) throws MalformedJsonException {
        Reading<Body> body = in.nested("body", FunctionJson::readBody);
        if (body == null) {
            throw Fields.wrong("body", "an object");
        }
        return new Function(
                NameJson.read(in),
                in.word("form", Form::ofWord),
                in.list("arguments", FunctionJson::readArgument),
                in.textOrNull("returns"),
                in.text("language"),
                body,
                readBehaviour(in),
                in.texts("settings"),
                in.texts("transforms"),
                FactsJson.read(in));
    }

    private static JsonObject argument(Argument argument) {
        JsonObject.Builder out = JsonObject.builder(OF_ARGUMENT);
        if (argument.mode() != Argument.Mode.IN) {
            out.put("mode", argument.mode().word());
        }
        return out.put("name", argument.name())
                .put("type", argument.type())
                .put("default", argument.defaultExpression())
                .build();
    }

    private static Argument readArgument(Fields in) throws MalformedJsonException {
        return new Argument(
                in.textOrNull("mode") == null
                        ? Argument.Mode.IN
                        : in.word("mode", Argument.Mode::ofWord),
                in.textOrNull("name"),
                in.text("type"),
                in.textOrNull("default"));
    }

    private static JsonObject body(Reading<Body> body) {
        return switch (body) {
            case Reading.Measured<Body>(Body known) -> body(known);
            case Reading.Estimated<Body>(Body known) -> body(known);
            case Reading.Absent<Body>(Reason reason) ->
                    JsonObject.builder().put("absent", reason.word()).build();
        };
    }

    private static JsonObject body(Body body) {
        JsonObject.Builder out = JsonObject.builder();
        return switch (body) {
            case Body.Source(String text) -> out.put("source", text).build();
            case Body.Parsed(String sql) -> out.put("sql", sql).build();
            case Body.Library(String file, String symbol) ->
                    out.put("file", file).put("symbol", symbol).build();
        };
    }

    private static Reading<Body> readBody(Fields in) throws MalformedJsonException {
        String source = in.textOrNull("source");
        if (source != null) {
            return Reading.measured(new Body.Source(source));
        }
        String sql = in.textOrNull("sql");
        if (sql != null) {
            return Reading.measured(new Body.Parsed(sql));
        }
        String file = in.textOrNull("file");
        return file == null
                ? Reading.absent(in.word("absent", Reason::ofWord))
                : Reading.measured(new Body.Library(file, in.text("symbol")));
    }

    private static void putBehaviour(JsonObject.Builder out, Behaviour behaviour) {
        out.put("volatility", behaviour.volatility().word())
                .put("parallel", behaviour.parallel().word());
        putIf(out, "strict", behaviour.strict());
        putIf(out, "leakproof", behaviour.leakproof());
        putIf(out, "security_definer", behaviour.securityDefiner());
        out.put("cost", JsonNumber.of(behaviour.cost()))
                .put("rows", JsonNumber.of(behaviour.rows()))
                .put("support", behaviour.support());
    }

    private static Behaviour readBehaviour(Fields in) throws MalformedJsonException {
        return new Behaviour(
                in.word("volatility", Volatility::ofWord),
                in.word("parallel", Parallel::ofWord),
                in.flag("strict"),
                in.flag("leakproof"),
                in.flag("security_definer"),
                number(in, "cost"),
                number(in, "rows"),
                in.textOrNull("support"));
    }

    private static double number(Fields in, String name) throws MalformedJsonException {
        JsonValue value = in.object().get(name);
        if (value == null) {
            throw Fields.wrong(name, "a number");
        }
        return ReadingJson.fraction(value);
    }

    private static void putIf(JsonObject.Builder out, String name, boolean value) {
        if (value) {
            out.put(name, true);
        }
    }
}
