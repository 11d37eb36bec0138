package dev.dryrun.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A function, a procedure or a window function. Aggregates are [Definition]s.
///
/// Source: `pg_proc`, `pg_get_function_arg_default`, `pg_get_function_result`,
/// `pg_get_function_sqlbody`; every supported server.
///
/// @param name its schema, and its name with the types of its input arguments, each as
///   `format_type` writes it with an empty search path: `area(public.box3, integer)`; `now()`
/// @param form which of the three it is
/// @param arguments in order, outputs and columns of `RETURNS TABLE` included
/// @param returns `pg_get_function_result`: `SETOF public.orders`, `TABLE(a integer)`; null for a
///   procedure
/// @param language `lanname`
/// @param body what it runs; absent with the reason NOT_CAPTURED for a member of an extension, and
///   LOCKED when a table it names was locked
/// @param behaviour what the planner may assume of it
/// @param settings `SET` clauses in order, each `name=value` (`proconfig`)
/// @param transforms the types of `TRANSFORM FOR TYPE`, in order
/// @param facts its owner, grants, comment, extension and dependencies
public record Function(
        QualifiedName name,
        Form form,
        List<Argument> arguments,
        @Nullable String returns,
        String language,
        Reading<Body> body,
        Behaviour behaviour,
        List<String> settings,
        List<String> transforms,
        Facts facts)
        implements SchemaObject {

    public Function {
        arguments = List.copyOf(arguments);
        settings = List.copyOf(settings);
        transforms = List.copyOf(transforms);
        if ((form == Form.PROCEDURE) != (returns == null)) {
            throw new IllegalArgumentException("a procedure, and nothing else, returns nothing");
        }
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(
                form == Form.PROCEDURE ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION, name);
    }

    /// Which kind of routine (`prokind`). The [#word] is public: it stands in JSON.
    public enum Form {
        FUNCTION("function"),
        PROCEDURE("procedure"),
        WINDOW("window");

        private final String word;

        Form(String word) {
            this.word = word;
        }

        /// {@return the form in lower case}
        public String word() {
            return word;
        }

        /// {@return the form with this word, or empty when there is none}
        ///
        /// @param word as [#word] gives it
        public static Optional<Form> ofWord(String word) {
            return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
        }
    }

    /// One argument.
    ///
    /// @param mode how it is passed
    /// @param name null when it has none
    /// @param type `format_type`, qualified where the type is not built in
    /// @param defaultExpression the deparsed default; null when there is none
    public record Argument(
            Mode mode, @Nullable String name, String type, @Nullable String defaultExpression) {

        /// How an argument is passed (`proargmodes`). The [#word] is public: it stands in JSON.
        public enum Mode {
            IN("in"),
            OUT("out"),
            INOUT("inout"),
            VARIADIC("variadic"),
            /// A column of `RETURNS TABLE`.
            TABLE("table");

            private final String word;

            Mode(String word) {
                this.word = word;
            }

            /// {@return the mode in lower case}
            public String word() {
                return word;
            }

            /// {@return the mode with this word, or empty when there is none}
            ///
            /// @param word as [#word] gives it
            public static Optional<Mode> ofWord(String word) {
                return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
            }
        }
    }

    /// What a function runs.
    public sealed interface Body {

        /// Text for the language to interpret (`prosrc`); of an `internal` function the name of
        /// what is built in.
        ///
        /// @param text as it was given, untouched
        record Source(String text) implements Body {}

        /// An SQL-standard body, parsed when the function was made.
        ///
        /// @param sql as the server deparses it: `RETURN …` or `BEGIN ATOMIC … END`
        record Parsed(String sql) implements Body {}

        /// A symbol of a shared library.
        ///
        /// @param file `probin`, as DDL gave it: `$libdir/hstore`
        /// @param symbol `prosrc`
        record Library(String file, String symbol) implements Body {}
    }

    /// What the planner may assume of a function.
    ///
    /// @param volatility `provolatile`
    /// @param parallel `proparallel`
    /// @param strict whether a NULL argument gives NULL unseen
    /// @param leakproof whether it tells nothing of its arguments but by its result
    /// @param securityDefiner whether it runs as its owner
    /// @param cost in units of `cpu_operator_cost`
    /// @param rows how many it is expected to return; 0 unless it returns a set
    /// @param support the planner support function, as SQL names it; null when there is none
    public record Behaviour(
            Volatility volatility,
            Parallel parallel,
            boolean strict,
            boolean leakproof,
            boolean securityDefiner,
            double cost,
            double rows,
            @Nullable String support) {}

    /// What a function's result may depend on. The [#word] is public: it stands in JSON.
    public enum Volatility {
        /// On its arguments alone.
        IMMUTABLE("immutable"),
        /// On its arguments and on what the statement sees of the database.
        STABLE("stable"),
        /// On anything.
        VOLATILE("volatile");

        private final String word;

        Volatility(String word) {
            this.word = word;
        }

        /// {@return the volatility in lower case}
        public String word() {
            return word;
        }

        /// {@return the volatility with this word, or empty when there is none}
        ///
        /// @param word as [#word] gives it
        public static Optional<Volatility> ofWord(String word) {
            return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
        }
    }

    /// Where in a parallel plan a function may run. The [#word] is public: it stands in JSON.
    public enum Parallel {
        SAFE("safe"),
        /// In the leader only.
        RESTRICTED("restricted"),
        /// In no parallel plan.
        UNSAFE("unsafe");

        private final String word;

        Parallel(String word) {
            this.word = word;
        }

        /// {@return the safety in lower case}
        public String word() {
            return word;
        }

        /// {@return the safety with this word, or empty when there is none}
        ///
        /// @param word as [#word] gives it
        public static Optional<Parallel> ofWord(String word) {
            return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
        }
    }
}
