package dev.dryrun.ddl;

import dev.dryrun.model.Function;
import dev.dryrun.model.Function.Argument;
import dev.dryrun.model.Function.Behaviour;
import dev.dryrun.model.Function.Body;
import dev.dryrun.model.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Renders functions, procedures and window functions.
final class FunctionDdl {

    /// Settings whose value is a list of names: the server keeps it quoted, and reads each.
    private static final Set<String> LISTS =
            Set.of(
                    "search_path",
                    "temp_tablespaces",
                    "local_preload_libraries",
                    "session_preload_libraries",
                    "shared_preload_libraries",
                    "unix_socket_directories");

    private static final double USUAL_COST = 100;
    private static final double USUAL_ROWS = 1000;

    private FunctionDdl() {}

    static void render(Function function, Steps steps) {
        String what = ObjectName.of(function).sql();
        Body body =
                switch (function.body()) {
                    case Reading.Measured<Body>(Body known) -> known;
                    case Reading.Estimated<Body>(Body known) -> known;
                    case Reading.Absent<Body>(Reading.Reason reason) -> {
                        steps.gap(what + " was not captured: " + reason.word());
                        yield null;
                    }
                };
        if (body == null) {
            return;
        }
        StringBuilder text = new StringBuilder("CREATE ");
        text.append(function.form() == Function.Form.PROCEDURE ? "PROCEDURE " : "FUNCTION ")
                .append(Sql.function(function.name()))
                .append("(")
                .append(arguments(function))
                .append(")");
        if (function.returns() != null) {
            text.append("\nRETURNS ").append(function.returns());
        }
        text.append("\nLANGUAGE ").append(Sql.name(function.language()));
        options(function).forEach(option -> text.append(" ").append(option));
        for (String setting : function.settings()) {
            text.append("\nSET ").append(setting(setting));
        }
        text.append("\n")
                .append(
                        switch (body) {
                            case Body.Source(String source) -> "AS " + quoted(function, source);
                            case Body.Parsed(String sql) -> ArrayCasts.kept(sql);
                            case Body.Library(String file, String symbol) ->
                                    "AS " + Sql.literal(file) + ", " + Sql.literal(symbol);
                        });
        steps.add(Phase.CREATE, text.toString());
        FactsDdl.render(function, steps);
    }

    private static String quoted(Function function, String source) {
        return function.language().equals("internal")
                ? Sql.literal(source)
                : Sql.dollarQuoted(source);
    }

    private static String arguments(Function function) {
        return function.arguments().stream()
                .filter(argument -> argument.mode() != Argument.Mode.TABLE)
                .map(FunctionDdl::argument)
                .collect(Collectors.joining(", "));
    }

    private static String argument(Argument argument) {
        return switch (argument.mode()) {
                    case IN, TABLE -> "";
                    case OUT -> "OUT ";
                    case INOUT -> "INOUT ";
                    case VARIADIC -> "VARIADIC ";
                }
                + (argument.name() == null ? "" : Sql.name(argument.name()) + " ")
                + argument.type()
                + (argument.defaultExpression() == null
                        ? ""
                        : " DEFAULT " + argument.defaultExpression());
    }

    private static List<String> options(Function function) {
        Behaviour behaviour = function.behaviour();
        List<String> options = new ArrayList<>();
        if (!function.transforms().isEmpty()) {
            options.add(
                    "TRANSFORM "
                            + function.transforms().stream()
                                    .map(type -> "FOR TYPE " + type)
                                    .collect(Collectors.joining(", ")));
        }
        if (function.form() == Function.Form.WINDOW) {
            options.add("WINDOW");
        }
        if (behaviour.volatility() != Function.Volatility.VOLATILE) {
            options.add(behaviour.volatility().word().toUpperCase(Locale.ROOT));
        }
        if (behaviour.leakproof()) {
            options.add("LEAKPROOF");
        }
        if (behaviour.strict()) {
            options.add("STRICT");
        }
        if (behaviour.securityDefiner()) {
            options.add("SECURITY DEFINER");
        }
        if (behaviour.parallel() != Function.Parallel.UNSAFE) {
            options.add("PARALLEL " + behaviour.parallel().word().toUpperCase(Locale.ROOT));
        }
        boolean compiled = Set.of("c", "internal").contains(function.language());
        if (behaviour.cost() != (compiled ? 1 : USUAL_COST)) {
            options.add("COST " + number(behaviour.cost()));
        }
        if (behaviour.rows() != 0 && behaviour.rows() != USUAL_ROWS) {
            options.add("ROWS " + number(behaviour.rows()));
        }
        if (behaviour.support() != null) {
            options.add("SUPPORT " + behaviour.support());
        }
        return options;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String setting(String setting) {
        int equals = setting.indexOf('=');
        String name = setting.substring(0, equals);
        String value = setting.substring(equals + 1);
        String values =
                LISTS.contains(name.toLowerCase(Locale.ROOT))
                        ? elements(value).stream()
                                .map(Sql::literal)
                                .collect(Collectors.joining(", "))
                        : Sql.literal(value);
        return name + " TO " + (values.isEmpty() ? "''" : values);
    }

    /// {@return the elements of a list of names, each without its quotes}
    private static List<String> elements(String list) {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '"') {
                any = true;
                if (quoted && i + 1 < list.length() && list.charAt(i + 1) == '"') {
                    element.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                elements.add(element.toString());
                element.setLength(0);
                any = false;
            } else if (quoted || c != ' ') {
                element.append(c);
                any = true;
            }
        }
        if (any) {
            elements.add(element.toString());
        }
        return elements;
    }
}
