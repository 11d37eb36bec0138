package dev.dryrun.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The server of the demo: PostgreSQL 18 with the database `shop` and the role `dryrun_reader`.
public final class DemoServer {

    private DemoServer() {}

    /// Runs the server until standard input ends, then removes it.
    ///
    /// Prints one line to standard output when it is ready: `ready
    /// URL=postgres://dryrun_reader@127.0.0.1:PORT/shop`.
    ///
    /// @param arguments the path of `dryrun-readonly-role.sql`
    /// @throws IOException when that file or standard input cannot be read
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: DemoServer path/to/dryrun-readonly-role.sql");
            System.exit(2);
        }
        String role = Files.readString(Path.of(arguments[0]));
        try (PostgresServer server = PostgresServer.start(PostgresVersion.V18)) {
            fill(server, "shop");
            server.execute("shop", role);
            System.out.println("ready URL=" + server.url("shop", "dryrun_reader"));
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /// Makes the demo database on a server, for tests that want many objects and real rows.
    ///
    /// @param server where
    /// @param database its name; it must not exist yet
    public static void fill(PostgresServer server, String database) {
        server.createDatabase(database);
        server.execute(database, schema());
        // Marks pages as all visible, as any server that has run for a while has.
        server.execute(database, "VACUUM (ANALYZE)");
    }

    /// {@return the statements that make the demo database; PostgreSQL 14 to 18}
    public static String schema() {
        try (InputStream sql = DemoServer.class.getResourceAsStream("demo-schema.sql")) {
            if (sql == null) {
                throw new IllegalStateException("demo-schema.sql is not beside its class");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
