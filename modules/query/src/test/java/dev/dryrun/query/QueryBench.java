package dev.dryrun.query;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.StatementVerdict;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.PsqlScript;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measures the check of queries against a capture of 10,000 tables: those of TPC-DS, and others of
/// ten columns each. Not part of a build; run it with `./dev bench query`.
final class QueryBench {

    private static final int TABLES = 10_000;
    private static final int BATCH = 500;
    private static final int ROUNDS = 50;
    private static final int STATEMENTS = 10_000;

    @TempDir private Path folder;

    @Test
    void measure() throws IOException {
        String schema =
                Files.readString(
                        Path.of(
                                System.getProperty("basedir", "."),
                                "src/test/oracle/tpcds/schema.sql"));
        List<String> queries =
                PackagedStatements.benchmark("tpcds").stream().map(Sample::sql).toList();
        try (CapturedDatabase captured = CapturedDatabase.of(PostgresVersion.V18, schema)) {
            for (int i = 25; i < TABLES; i += BATCH) {
                captured.execute(tables(i, Math.min(TABLES, i + BATCH)));
            }
            // Else the capture reads catalogues of which the server thinks that they are small.
            captured.execute("ANALYZE");
            captured.capture();
            try (Catalog catalog = captured.open()) {
                one(new QueryCheck(PgQuery.load(), catalog), queries);
            }
            many(captured, queries);
        }
    }

    private static void one(QueryCheck check, List<String> queries) {
        long begin = System.nanoTime();
        valid(check, queries.getFirst());
        double firstMs = (System.nanoTime() - begin) / 1e6;
        for (int round = 0; round < 5; round++) {
            queries.forEach(query -> valid(check, query));
        }
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String query : queries) {
                long start = System.nanoTime();
                valid(check, query);
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        times.sort(null);
        System.out.printf(
                Locale.ROOT,
                "TPC-DS's %d queries, %d tables, %d calls: p50 %.2f ms (bar 2), p99 %.2f ms"
                        + " (bar 10), slowest %.1f ms; the very first %.0f ms%n",
                queries.size(),
                TABLES,
                times.size(),
                times.get(times.size() / 2),
                times.get(times.size() * 99 / 100),
                times.getLast(),
                firstMs);
    }

    private void many(CapturedDatabase captured, List<String> queries) throws IOException {
        for (boolean mistakes : List.of(false, true)) {
            List<String> statements = statements(queries, mistakes);
            Path many = Files.createDirectories(folder.resolve("many-" + mistakes));
            for (int i = 0; i < STATEMENTS; i++) {
                Files.writeString(many.resolve("%05d.sql".formatted(i)), statements.get(i));
            }
            Path single = Files.createDirectories(folder.resolve("single-" + mistakes));
            Files.writeString(single.resolve("all.sql"), String.join(";\n", statements));
            String kind = mistakes ? ", one in twenty with a mistake" : "";
            checked(captured, many, STATEMENTS + " files of one statement" + kind);
            checked(captured, single, "one file of " + STATEMENTS + " statements" + kind);
        }
    }

    /// As `dryrun check query DIR` does it: the files first, one check for all.
    private static void checked(CapturedDatabase captured, Path directory, String what)
            throws IOException {
        long begin = System.nanoTime();
        List<String> texts;
        try (Stream<Path> files = Files.list(directory)) {
            texts = files.sorted().map(QueryBench::read).toList();
        }
        List<StatementVerdict> verdicts = new ArrayList<>();
        try (Catalog catalog = captured.open()) {
            QueryCheck check = new QueryCheck(PgQuery.load(), catalog);
            for (String text : texts) {
                verdicts.addAll(check.check(PsqlScript.of(text)));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s (bar 15), %d verdicts, %d of them refusals%n",
                what,
                (System.nanoTime() - begin) / 1e9,
                verdicts.size(),
                verdicts.stream().filter(verdict -> !verdict.valid()).count());
        verdicts.stream()
                .filter(verdict -> !verdict.valid())
                .findFirst()
                .ifPresent(verdict -> System.out.println("  as " + verdict.errors().getFirst()));
    }

    /// One in ten is a query of TPC-DS, the others join tables from everywhere.
    private static List<String> statements(List<String> queries, boolean mistakes) {
        Random random = new Random(7);
        return IntStream.range(0, STATEMENTS)
                .mapToObj(i -> {
                    if (i % 10 == 0) {
                        return queries.get(i / 10 % queries.size()).replaceFirst(";\\s*$", "");
                    }
                    String column = mistakes && i % 20 == 1 ? "ammount_3" : "amount_3";
                    return "SELECT a.id, b.name_1, sum(c.%s) FROM %s a JOIN %s b ON b.id = a.id"
                                    .formatted(column, table(random), table(random))
                            + " JOIN %s c ON c.id = b.id WHERE a.created_2 > now() AND c.flag_5"
                                    .formatted(table(random))
                            + " GROUP BY a.id, b.name_1 ORDER BY 3 DESC LIMIT 10";
                })
                .toList();
    }

    private static String table(Random random) {
        return "table_" + (25 + random.nextInt(TABLES - 25));
    }

    private static String tables(int from, int to) {
        StringBuilder sql = new StringBuilder();
        for (int i = from; i < to; i++) {
            sql.append("CREATE TABLE table_").append(i);
            sql.append(" (id bigint PRIMARY KEY, name_1 text NOT NULL, created_2 timestamptz,");
            sql.append(" amount_3 numeric(12, 2), price_4 numeric, flag_5 boolean, token_6 uuid,");
            sql.append(" title_7 varchar(200), number_8 int, other_").append(i).append(" text);");
        }
        return sql.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void valid(QueryCheck check, String query) {
        if (!check.check(query).stream().allMatch(StatementVerdict::valid)) {
            throw new IllegalStateException(query + " is refused");
        }
    }
}
