package dev.dryrun.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.SchemaDelta;
import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.CommandRun;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import dev.dryrun.testkit.Seeded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// PostgreSQL's own dump is the oracle: two schemas have an empty delta exactly when `pg_dump
/// --schema-only` writes the same of both.
final class DumpOracleTest {

    private static String program = "";

    /// An installed one of 15 or later serves; else Debian's newest is fetched.
    @BeforeAll
    static void findPgDump() {
        Path installed = Path.of("/usr/bin/pg_dump");
        if (Files.isExecutable(installed) && major(installed.toString()) >= 15) {
            program = installed.toString();
            return;
        }
        Path root = Path.of(System.getProperty("dryrun.root", "../.."));
        CommandRun fetched =
                Command.of(
                                "sh",
                                root.resolve("jlink/src/bench/pg_dump").toString(),
                                Path.of("target/pg_dump").toAbsolutePath().toString())
                        .within(Duration.ofMinutes(5))
                        .run();
        program = fetched.stdout().strip();
        assertThat(program).as("no pg_dump 15 or later: " + fetched.stderr()).isNotEmpty();
    }

    private static int major(String pgDump) {
        String[] words = Command.of(pgDump, "--version").run().stdout().split("[ .]", -1);
        return Integer.parseInt(words[2]);
    }

    @Test
    void theDeltaIsEmptyExactlyWhenBothDumpsAreEqual() {
        int[] equal = {0};
        int[] cases = {0};
        List<String> others = new ArrayList<>();
        Seeded.check(
                8,
                300,
                random -> {
                    cases[0]++;
                    // In turns: the first draws of neighbouring seeds are hardly random.
                    PostgresVersion version =
                            cases[0] % 2 == 0 ? PostgresVersion.V14 : PostgresVersion.V15;
                    PostgresServer server = PostgresServer.shared(version);
                    RandomSchema before = RandomSchema.of(random);
                    RandomSchema after = before.other(random);
                    String one = make(server, before.statements(random, version.major()));
                    String other = make(server, after.statements(random, version.major()));
                    SchemaDelta delta =
                            SchemaDiff.between(
                                    LiveSchema.read(server, one).documents(),
                                    LiveSchema.read(server, other).documents());
                    boolean same = dump(server, one).equals(dump(server, other));
                    equal[0] += same ? 1 : 0;
                    if (delta.isEmpty() != same) {
                        others.add(
                                "case %d, %s:%n%s%s"
                                        .formatted(
                                                cases[0],
                                                version,
                                                before.difference(after),
                                                delta));
                    }
                    drop(server, one);
                    drop(server, other);
                });
        assertThat(others).isEmpty();
        assertThat(equal[0]).as("both answers occur").isPositive().isLessThan(cases[0]);
    }

    private static String make(PostgresServer server, List<String> statements) {
        String database = server.freshDatabase();
        server.execute(database, String.join(";\n", statements));
        return database;
    }

    /// A database with a subscription stays.
    private static void drop(PostgresServer server, String database) {
        server.execute(database, "DROP SUBSCRIPTION IF EXISTS sub");
        server.execute("postgres", "DROP DATABASE " + database);
    }

    private static String dump(PostgresServer server, String database) {
        CommandRun run =
                Command.of(program, "--schema-only", server.url(database, "postgres")).run();
        assertThat(run.status()).as(run.stderr()).isZero();
        return run.stdout()
                .lines()
                .filter(line -> !line.startsWith("\\restrict") && !line.startsWith("\\unrestrict"))
                .collect(Collectors.joining("\n"));
    }
}
