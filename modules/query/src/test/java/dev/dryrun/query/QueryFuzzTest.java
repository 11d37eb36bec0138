package dev.dryrun.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.SqlError;
import dev.dryrun.model.SqlPlace;
import dev.dryrun.model.StatementVerdict;
import dev.dryrun.pgquery.PsqlScript;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whatever text comes: a verdict soon, its places within the text, its corrections right.
final class QueryFuzzTest {

    private static final int WARM_UP = 200;
    private static final double LIMIT_MS = 1_000;

    private final boolean all = Boolean.getBoolean("dryrun.test.all");
    private final List<String> wrong = new ArrayList<>();
    private double slowestMs;

    @Test
    void anyTextGetsAVerdictInTimeWithPlacesInItAndCorrectionsThatHold()
            throws IOException, SQLException {
        String schema = file("schema.sql") + file("tpch/schema.sql") + file("tpcds/schema.sql");
        try (Oracle oracle = Oracle.of(PostgresVersion.V18, schema)) {
            List<String> seeds = seeds(oracle);
            for (int i = 0; i < WARM_UP; i++) {
                oracle.check().check(seeds.get(i % seeds.size()));
            }
            int inputs = all ? 100_000 : 1_000;
            long begin = System.nanoTime();
            for (int seed = 0; seed < inputs; seed++) {
                Random random = new Random(new SplittableRandom(seed).nextLong());
                tried(oracle.check(), seed, new FuzzedInputs(seeds, random).next());
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d inputs in %.1f s, the slowest %.0f ms, %d wrong%n",
                    inputs,
                    (System.nanoTime() - begin) / 1e9,
                    slowestMs,
                    wrong.size());
        }
        Path list = Path.of(System.getProperty("basedir", "."), "target/fuzz-failures.txt");
        Files.writeString(list, String.join("\n\n", wrong));
        assertThat(wrong).as("all of them are in " + list).isEmpty();
    }

    private static List<String> seeds(Oracle oracle) throws IOException, SQLException {
        List<String> seeds = new ArrayList<>();
        for (String name :
                List.of(
                        "valid.sql",
                        "clauses.sql",
                        "names.sql",
                        "definitions.sql",
                        "other.sql",
                        "tpcds/queries.sql")) {
            seeds.addAll(List.of(file(name).strip().split("\n\n+")));
        }
        List<Sample> samples = new ArrayList<>(PackagedStatements.benchmark("tpch"));
        samples.addAll(PackagedStatements.benchmark("tpcds"));
        samples.addAll(PackagedStatements.flowable());
        samples.addAll(PackagedStatements.quartz());
        samples.addAll(PackagedStatements.springBatch());
        samples.addAll(ServerStatements.systemViews(oracle));
        samples.forEach(sample -> seeds.add(sample.sql()));
        return seeds;
    }

    private void tried(QueryCheck check, int seed, String text) {
        try {
            PsqlScript script = PsqlScript.of(text);
            long begin = System.nanoTime();
            List<StatementVerdict> verdicts = check.check(text);
            long between = System.nanoTime();
            List<StatementVerdict> scripted = check.check(script);
            double ms = Math.max(between - begin, System.nanoTime() - between) / 1e6;
            // What another process took from this one is no fault of ours: slow is thrice slow.
            for (int again = 0; again < 2 && ms > LIMIT_MS; again++) {
                begin = System.nanoTime();
                check.check(text);
                between = System.nanoTime();
                check.check(script);
                ms = Math.min(ms, Math.max(between - begin, System.nanoTime() - between) / 1e6);
            }
            slowestMs = Math.max(slowestMs, ms);
            if (ms > LIMIT_MS) {
                wrong(seed, text, "took " + Math.round(ms) + " ms");
            }
            looked(check, seed, text, verdicts);
            places(seed, text, scripted);
        } catch (RuntimeException | Error e) {
            StackTraceElement[] trace = e.getStackTrace();
            wrong(seed, text, e + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }

    private void looked(QueryCheck check, int seed, String text, List<StatementVerdict> verdicts) {
        places(seed, text, verdicts);
        // Of several statements, one may depend on those before it.
        if (verdicts.size() == 1 && verdicts.getFirst().correction() != null) {
            String corrected = verdicts.getFirst().correction().sql();
            if (!check.check(corrected).stream().allMatch(StatementVerdict::valid)) {
                wrong(seed, text, "the correction does not hold: " + corrected);
            }
        }
    }

    private void places(int seed, String text, List<StatementVerdict> verdicts) {
        int end = text.codePointCount(0, text.length()) + 1;
        for (StatementVerdict verdict : verdicts) {
            for (SqlError error : verdict.errors()) {
                SqlPlace place = error.place();
                if (place != null
                        && (place.position() > end
                                || !place.equals(SqlPlace.of(text, place.position())))) {
                    wrong(seed, text, "no such place: " + error);
                }
            }
        }
    }

    private void wrong(int seed, String text, String what) {
        String shown = text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text;
        wrong.add("seed " + seed + ", " + text.length() + " characters: " + what + "\n" + shown);
    }

    private static String file(String name) throws IOException {
        return Files.readString(
                Path.of(System.getProperty("basedir", "."), "src/test/oracle", name));
    }
}
