package dev.dryrun.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A database that holds at least one object of every kind that PostgreSQL knows, with the options
/// that each can have, and odd names for one of each.
///
/// It has rows in a few tables, and its statistics are gathered. It cannot be dropped while it has
/// its subscriptions, and no server can be reached through its foreign tables.
public final class EveryObject {

    /// What stands in every secret of the database, from passwords to values of dotted settings:
    /// nothing that is captured may hold it.
    public static final String CANARY = "canary";

    /// A name for a database that is as hard to quote as a name can be; 63 bytes.
    public static final String HOSTILE_DATABASE =
            "data\"base' \\ %s\n.$$ ?=&#@:/ 🐘 üñí 01234567890123456789012";

    private static final List<String> BEFORE =
            List.of(
                    "roles",
                    "schemas",
                    "types",
                    "routines",
                    "tables",
                    "constraints",
                    "indexes",
                    "views",
                    "others");

    private static final List<String> AFTER = List.of("hostile", "grants", "comments");

    private static final Pattern KIND =
            Pattern.compile("(?m)^--- (.+?)(?:; since (\\d+))?\\n((?:(?!--- ).*\\n)+)");

    private EveryObject() {}

    /// Makes the database. What belongs to the whole server (roles whose names begin with `every`,
    /// and the tablespace `every_space`) is made once and shared with other databases of its kind.
    ///
    /// @param server where; 14 or later
    /// @param database its name; it must not exist yet
    public static void create(PostgresServer server, String database) {
        server.execute("postgres", resource("roles"));
        createTablespace(server);
        server.createDatabase(database);
        statements(server.version()).forEach(batch -> server.execute(database, batch));
        server.execute(database, "ANALYZE");
    }

    /// Gives the statements behind [#create], for a database that exists. The tablespace must be
    /// there.
    ///
    /// @param version the server they are for; 14 or later
    /// @return batches for [PostgresServer#execute], in their order
    public static List<String> statements(PostgresVersion version) {
        List<String> batches = new ArrayList<>();
        BEFORE.forEach(name -> batches.add(resource(name)));
        for (int major = 15; major <= version.major(); major++) {
            batches.add(resource("since-" + major));
        }
        AFTER.forEach(name -> batches.add(resource(name)));
        return List.copyOf(batches);
    }

    /// Gives the kinds of objects that a server knows, each with the query that finds them. All of
    /// them are in a database that [#create] has made.
    ///
    /// @param version the server
    /// @return the kinds, in a fixed order
    public static List<ObjectKind> kinds(PostgresVersion version) {
        String text = resource("kinds");
        Matcher matcher = KIND.matcher(text);
        List<ObjectKind> kinds = new ArrayList<>();
        String common = text.substring(0, text.indexOf("\n--- ") + 1);
        while (matcher.find()) {
            int since = matcher.group(2) == null ? 14 : Integer.parseInt(matcher.group(2));
            if (since <= version.major()) {
                kinds.add(new ObjectKind(matcher.group(1), since, common + matcher.group(3)));
            }
        }
        return List.copyOf(kinds);
    }

    /// Adds `every.indexed_broken` to the database: an index that is not valid, as a build that
    /// failed leaves it. No statement of a dump makes one, hence it is not there from the start.
    ///
    /// @param server where
    /// @param database a database that [#create] has made
    public static void addInvalidIndex(PostgresServer server, String database) {
        try {
            server.execute(
                    database,
                    "CREATE UNIQUE INDEX CONCURRENTLY indexed_broken ON every.indexed (tags)");
        } catch (IllegalStateException e) {
            // What it is for: the column holds the same value twice.
            if (String.valueOf(e.getMessage()).contains("could not create unique index")) {
                return;
            }
            throw e;
        }
        throw new IllegalStateException("the index was built, though its values are not unique");
    }

    // Not by execute(): no tablespace is made in a transaction, and this one needs a setting.
    private static synchronized void createTablespace(PostgresServer server) {
        String there = "SELECT FROM pg_tablespace WHERE spcname = 'every_space'";
        if (!server.query("postgres", there).isEmpty()) {
            return;
        }
        try (Connection connection = server.connect("postgres", "postgres", null);
                Statement statement = connection.createStatement()) {
            statement.execute("SET allow_in_place_tablespaces = on");
            statement.execute("CREATE TABLESPACE every_space OWNER every_owner LOCATION ''");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream sql = EveryObject.class.getResourceAsStream("every/" + name + ".sql")) {
            if (sql == null) {
                throw new IllegalStateException("every/" + name + ".sql is not beside its class");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
