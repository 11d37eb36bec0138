import dev.dryrun.model.SnapshotKey;
import dev.dryrun.testkit.BigSchema;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How long `snapshot take` takes against `pg_dump --schema-only` of the same server, how much
/// memory it needs, how large the file becomes, and how fast one table of it is found.
///
/// Usage: `java CaptureBench.java ROOT IMAGE PG_DUMP [RUNS [TABLES...]]`. The two take turns, so
/// that what else the machine does falls on both. The figures also go to
/// `docs/explanation/capture-figures.md`, unless other sizes than the usual are asked for.
final class CaptureBench {

    private static final List<Integer> TABLES = List.of(1_000, 3_000, 10_000);
    private static final int RUNS = 11;
    private static final int UNCHANGED = 20;
    private static final int WATCHED = 3;

    /// A quiet server: nothing runs beside, and its own tables have statistics, as after some days.
    private static final String ANALYSE =
            """
            DO $$ DECLARE one regclass; BEGIN
                FOR one IN SELECT oid FROM pg_class
                           WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r'
                LOOP EXECUTE 'ANALYZE ' || one; END LOOP;
            END $$
            """;

    private final Path root;
    private final Path image;
    private final String pgDump;
    private final int runs;
    private final Path scratch;

    private CaptureBench(Path root, Path image, String pgDump, int runs, Path scratch) {
        this.root = root;
        this.image = image;
        this.pgDump = pgDump;
        this.runs = runs;
        this.scratch = scratch;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Integer> sizes =
                arguments.length > 4
                        ? Arrays.stream(arguments).skip(4).map(Integer::valueOf).toList()
                        : TABLES;
        Path scratch = Files.createTempDirectory("dryrun-bench");
        try {
            CaptureBench bench =
                    new CaptureBench(
                            Path.of(arguments[0]).toAbsolutePath(),
                            Path.of(arguments[1]).toAbsolutePath(),
                            arguments[2],
                            arguments.length > 3 ? Integer.parseInt(arguments[3]) : RUNS,
                            scratch);
            String figures = bench.run(sizes);
            System.out.println();
            System.out.print(figures);
            if (sizes.equals(TABLES)) {
                Files.writeString(
                        bench.root.resolve("docs/explanation/capture-figures.md"), figures);
            }
        } finally {
            delete(scratch);
        }
    }

    private String run(List<Integer> sizes) throws IOException, InterruptedException {
        String dump = version();
        PostgresVersion version = newestFor(dump);
        CaptureReport report = new CaptureReport(dump, runs);
        System.err.println("bench: " + dump + "; a server of version " + version.major());
        try (PostgresServer server =
                PostgresServer.start(version, BigSchema.DUMPABLE.setting("autovacuum", "off"))) {
            server.execute("postgres", Files.readString(root.resolve("dryrun-readonly-role.sql")));
            for (int tables : sizes) {
                System.err.println("bench: making " + tables + " tables");
                BigSchema schema = new BigSchema(tables);
                String database = "big_" + tables;
                schema.create(server, database);
                server.execute(database, ANALYSE);
                measure(server, schema, database, report);
            }
        }
        return report.text();
    }

    private void measure(
            PostgresServer server, BigSchema schema, String database, CaptureReport report)
            throws IOException, InterruptedException {
        List<Measured> dumps = new ArrayList<>();
        List<Measured> takes = new ArrayList<>();
        long peakKb = 0;
        // These warm the server and the disk, and are looked at for their memory.
        for (int run = 0; run < WATCHED; run++) {
            dump(server, database);
            Path project = project(database + "_watched_" + run);
            peakKb =
                    Math.max(
                            peakKb,
                            Measured.watched(
                                            project,
                                            scratch.resolve("out"),
                                            Map.of(),
                                            takeWords(server, database))
                                    .peakKb());
        }
        Path project = scratch;
        for (int run = 0; run < runs; run++) {
            dumps.add(dump(server, database));
            project = project(database + "_" + run);
            takes.add(take(server, database, project));
            System.err.printf(
                    "bench: %d tables, pg_dump %.0f ms, snapshot take %.0f ms%n",
                    schema.tables(), dumps.getLast().wallMs(), takes.getLast().wallMs());
        }
        Path file = project.resolve(".dryrun/history.db");
        long bytes = Files.size(file);
        List<Measured> again = new ArrayList<>();
        for (int i = 0; i < UNCHANGED; i++) {
            again.add(take(server, database, project));
        }
        long all = Files.size(file);
        for (int i = 0; i < UNCHANGED; i++) {
            takeSchema(server, database, project);
        }
        CaptureReport.Stored stored =
                new CaptureReport.Stored(
                        bytes,
                        (all - bytes) / UNCHANGED,
                        (Files.size(file) - all) / UNCHANGED);
        // A reader leaves an empty one.
        Path log = project.resolve(".dryrun/history.db-wal");
        if (Files.exists(log) && Files.size(log) > 0) {
            throw new IOException("the log is still there: nothing was checkpointed");
        }
        String name = project.getFileName().toString();
        SnapshotKey key = new SnapshotKey(name, name);
        Lookups lookups = Lookups.of(image, project, key, schema.tables());
        report.add(schema, dumps, takes, peakKb, again, stored, lookups);
    }

    private Measured dump(PostgresServer server, String database)
            throws IOException, InterruptedException {
        return measured(
                scratch,
                pgDump,
                "--schema-only",
                "--host=127.0.0.1",
                "--port=" + server.port(),
                "--username=postgres",
                "--file=" + scratch.resolve("dump.sql"),
                database);
    }

    /// {@return a fresh project}
    private Path project(String name) throws IOException, InterruptedException {
        Path project = Files.createDirectory(scratch.resolve(name));
        measured(project, dryrun(), "init");
        return project;
    }

    private Measured take(PostgresServer server, String database, Path project)
            throws IOException, InterruptedException {
        return measured(project, takeWords(server, database).toArray(String[]::new));
    }

    private List<String> takeWords(PostgresServer server, String database) {
        return List.of(
                dryrun(), "snapshot", "take", "--db", server.url(database, "dryrun_reader"));
    }

    private void takeSchema(PostgresServer server, String database, Path project)
            throws IOException, InterruptedException {
        measured(
                project,
                dryrun(),
                "snapshot",
                "capture",
                "--from",
                server.url(database, "dryrun_reader"),
                "--label",
                "primary",
                "--streams",
                "schema");
    }

    private Measured measured(Path folder, String... words)
            throws IOException, InterruptedException {
        return Measured.of(folder, scratch.resolve("out"), Map.of(), List.of(words));
    }

    private String dryrun() {
        return image.resolve("bin/dryrun").toString();
    }

    private String version() throws IOException, InterruptedException {
        Path out = scratch.resolve("version");
        Measured.of(scratch, out, Map.of(), List.of(pgDump, "--version"));
        return Files.readString(out).strip();
    }

    /// `pg_dump` refuses a server that is newer than itself.
    private static PostgresVersion newestFor(String dump) {
        int major = Integer.parseInt(dump.replaceFirst("\\D*(\\d+).*", "$1"));
        return Arrays.stream(PostgresVersion.values())
                .filter(version -> version.major() <= major)
                .max(Comparator.comparing(PostgresVersion::major))
                .orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(
                            file -> {
                                try {
                                    Files.delete(file);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
        }
    }
}
