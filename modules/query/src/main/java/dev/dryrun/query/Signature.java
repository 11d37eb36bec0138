package dev.dryrun.query;

import dev.dryrun.model.Function;
import dev.dryrun.model.Function.Argument;
import java.util.ArrayList;
import java.util.List;

/// What a call needs to know of one function, aggregate, procedure or window function.
///
/// @param kind as `prokind`: f, p, a, w
/// @param inputs how many arguments it takes; -1 when that is not known
/// @param defaults how many of the last ones may be left out
/// @param variadic whether the last one may be given many times
/// @param builtIn whether initdb made it; then the types have the catalogue's names
/// @param result its type; a set's without SETOF; empty for a procedure, or when not known
/// @param outputs its output columns; empty when it has none
record Signature(
        char kind,
        int inputs,
        int defaults,
        boolean variadic,
        boolean builtIn,
        String result,
        List<Output> outputs) {

    /// An output column.
    ///
    /// @param name may be empty
    /// @param type as the result
    record Output(String name, String type) {}

    /// {@return whether it can be called with so many arguments}
    boolean takes(int arguments) {
        return inputs < 0 || (arguments >= inputs - defaults && (variadic || arguments <= inputs));
    }

    /// {@return what a line of `builtins/<major>.txt` says}
    ///
    /// @param line the fields from the kind on
    static Signature ofBuiltIn(String line) {
        String[] fields = line.split("\t", -1);
        List<Output> outputs = new ArrayList<>();
        for (String output : fields[6].isEmpty() ? new String[0] : fields[6].split(",")) {
            int space = output.lastIndexOf(' ');
            outputs.add(
                    new Output(
                            output.substring(0, Math.max(space, 0)), output.substring(space + 1)));
        }
        return new Signature(
                fields[0].charAt(0),
                fields[1].isEmpty() ? 0 : fields[1].split(",").length,
                Integer.parseInt(fields[2]),
                !fields[3].isEmpty(),
                true,
                fields[5],
                outputs);
    }

    static Signature of(Function function) {
        int inputs = 0;
        int defaults = 0;
        boolean variadic = false;
        List<Output> outputs = new ArrayList<>();
        for (Argument argument : function.arguments()) {
            boolean in =
                    switch (argument.mode()) {
                        case IN, INOUT, VARIADIC -> true;
                        case OUT -> function.form() == Function.Form.PROCEDURE;
                        case TABLE -> false;
                    };
            inputs += in ? 1 : 0;
            defaults += in && argument.defaultExpression() != null ? 1 : 0;
            variadic |= argument.mode() == Argument.Mode.VARIADIC;
            String name = argument.name();
            switch (argument.mode()) {
                case OUT, INOUT, TABLE ->
                        outputs.add(new Output(name == null ? "" : name, argument.type()));
                case IN, VARIADIC -> {}
            }
        }
        String returns = function.returns();
        return new Signature(
                kind(function.form()),
                inputs,
                defaults,
                variadic,
                false,
                returns == null ? "" : returns.replaceFirst("^SETOF ", ""),
                outputs);
    }

    /// An aggregate of somebody's: what it takes stands in its name, and is not read.
    static Signature ofAggregate() {
        return new Signature('a', -1, 0, true, false, "", List.of());
    }

    private static char kind(Function.Form form) {
        return switch (form) {
            case FUNCTION -> 'f';
            case PROCEDURE -> 'p';
            case WINDOW -> 'w';
        };
    }
}
