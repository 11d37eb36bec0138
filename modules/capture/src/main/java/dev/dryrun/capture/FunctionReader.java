package dev.dryrun.capture;

import dev.dryrun.model.Facts;
import dev.dryrun.model.Function;
import dev.dryrun.model.Function.Argument;
import dev.dryrun.model.Function.Argument.Mode;
import dev.dryrun.model.Function.Behaviour;
import dev.dryrun.model.Function.Body;
import dev.dryrun.model.Function.Form;
import dev.dryrun.model.Function.Parallel;
import dev.dryrun.model.Function.Volatility;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Reads functions, procedures and window functions.
///
/// @param connection in a transaction, with an empty `search_path`
/// @param parsedBodies the SQL-standard bodies by oid, as [#parsedBodies] gives them; one that is
///   missing is taken for locked
record FunctionReader(Connection connection, Map<Long, String> parsedBodies) {

    /// {@return the SQL-standard bodies by oid, without those that name a locked table}
    ///
    /// Deparsing locks the tables that a body names; roll back to a savepoint to let them go.
    ///
    /// @param connection in a transaction, with an empty `search_path`
    static Map<Long, String> parsedBodies(Connection connection) throws SQLException {
        Map<Long, String> bodies = new HashMap<>();
        try (Rows rows = new CatalogQuery("kinds/function_bodies").run(connection)) {
            while (rows.next()) {
                bodies.put(rows.oid(), rows.text("body"));
            }
        }
        return bodies;
    }

    void read(Consumer<? super Function> consumer) throws SQLException {
        try (Rows functions = new CatalogQuery("kinds/functions").run(connection);
                FactsReader facts = new FactsReader(connection, "pg_proc");
                RowsByOwner<Argument> arguments =
                        new RowsByOwner<>(
                                new CatalogQuery("kinds/function_arguments").run(connection),
                                FunctionReader::argument)) {
            while (functions.next()) {
                Facts own = facts.take(functions);
                consumer.accept(
                        new Function(
                                new QualifiedName(functions.text("schema"), functions.text("name")),
                                form(functions.text("kind")),
                                arguments.take(functions.oid()),
                                functions.textOrNull("returns"),
                                functions.text("language"),
                                body(functions, own),
                                behaviour(functions),
                                functions.textsIfAny("settings"),
                                functions.textsIfAny("transforms"),
                                own));
            }
        }
    }

    private Reading<Body> body(Rows row, Facts facts) throws SQLException {
        if (facts.extension() != null) {
            return Reading.absent(Reason.NOT_CAPTURED);
        }
        if (row.flag("parsed")) {
            String parsed = parsedBodies.get(row.oid());
            return parsed == null
                    ? Reading.absent(Reason.LOCKED)
                    : Reading.measured(new Body.Parsed(parsed));
        }
        String file = row.textOrNull("file");
        String source = row.text("source");
        return Reading.measured(
                file == null ? new Body.Source(source) : new Body.Library(file, source));
    }

    private static Argument argument(Rows row) throws SQLException {
        return new Argument(
                switch (row.text("mode")) {
                    case "o" -> Mode.OUT;
                    case "b" -> Mode.INOUT;
                    case "v" -> Mode.VARIADIC;
                    case "t" -> Mode.TABLE;
                    default -> Mode.IN;
                },
                row.textOrNull("name"),
                row.text("type"),
                row.textOrNull("default_expression"));
    }

    private static Form form(String kind) {
        return switch (kind) {
            case "p" -> Form.PROCEDURE;
            case "w" -> Form.WINDOW;
            default -> Form.FUNCTION;
        };
    }

    private static Behaviour behaviour(Rows row) throws SQLException {
        return new Behaviour(
                switch (row.text("volatility")) {
                    case "i" -> Volatility.IMMUTABLE;
                    case "s" -> Volatility.STABLE;
                    default -> Volatility.VOLATILE;
                },
                switch (row.text("parallel")) {
                    case "s" -> Parallel.SAFE;
                    case "r" -> Parallel.RESTRICTED;
                    default -> Parallel.UNSAFE;
                },
                row.flag("strict"),
                row.flag("leakproof"),
                row.flag("security_definer"),
                row.decimal("cost"),
                row.decimal("rows"),
                row.textOrNull("support"));
    }
}
