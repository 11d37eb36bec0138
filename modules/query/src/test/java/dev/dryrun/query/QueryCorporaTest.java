package dev.dryrun.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.query.Oracle.Objection;
import dev.dryrun.testkit.PostgresVersion;
import dev.dryrun.testkit.RealSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Statements that others wrote: what a server accepts of them we accept. [VerdictPage] shows how
/// many.
final class QueryCorporaTest {

    private static final String ABOUT =
            """
            ## What others wrote

            Of the statements of each corpus, how many each server accepts, and how many of those \
            we refuse; a server without a number is asked by `./dev test --all` only. TPC-H and \
            TPC-DS are those of a package for Presto, with statements of our own over the same \
            tables; the views of the system, of the extensions that come with PostgreSQL and of \
            published schemas are as the server writes them; functions in SQL are taken statement \
            by statement; the driver's statements are those of its metadata; of Flowable, Quartz \
            and Spring Batch there are the statements in their packages, some of them for other \
            databases.

            | corpus | PostgreSQL 14 | PostgreSQL 18 | refused by us |
            |---|--:|--:|--:|
            """;

    private final boolean all = Boolean.getBoolean("dryrun.test.all");
    private final List<PostgresVersion> versions =
            all
                    ? List.of(PostgresVersion.V14, PostgresVersion.V16, PostgresVersion.V18)
                    : List.of(PostgresVersion.V14, PostgresVersion.V18);
    private final Map<String, Map<PostgresVersion, Count>> counts = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private record Count(int statements, int accepted, int refused) {}

    @Test
    void whatAServerAcceptsOfStatementsThatOthersWroteIsAccepted()
            throws IOException, SQLException {
        for (PostgresVersion version : versions) {
            benchmarksAndSystem(version);
            List<RealSchema> schemas = RealSchema.available();
            for (RealSchema schema : schemas) {
                // One version each, and not the slowest, is enough but for the run of everything.
                boolean turn = schemas.indexOf(schema) % 2 == versions.indexOf(version) % 2;
                if (all || (turn && schema != RealSchema.DSPACE)) {
                    real(version, schema);
                }
            }
        }
        Files.writeString(
                Path.of(System.getProperty("basedir", "."), "target/left-out-statements.txt"),
                String.join("\n\n", leftOut));
        assertThat(wrong).as(String.join("\n\n", wrong)).isEmpty();
        assertThat(counts.get("TPC-H"))
                .isNotNull()
                .allSatisfy((_, count) -> assertThat(count.accepted()).isEqualTo(22));
        assertThat(counts.get("over TPC-DS"))
                .isNotNull()
                .allSatisfy(
                        (_, count) -> assertThat(count.accepted()).isEqualTo(count.statements()));
        // Three leave out the alias of a subquery, which servers from 16 on let pass.
        assertThat(counts.get("TPC-DS"))
                .isNotNull()
                .allSatisfy((version, count) ->
                        assertThat(count.accepted()).isEqualTo(version.major() < 16 ? 96 : 99));
        if (!all) {
            VerdictPage.holds("corpora", section());
        }
    }

    private void benchmarksAndSystem(PostgresVersion version) throws IOException, SQLException {
        String schema = file("tpch/schema.sql") + file("tpcds/schema.sql") + file("contrib.sql");
        try (Oracle oracle = Oracle.of(version, schema)) {
            judge("TPC-H", version, oracle, PackagedStatements.benchmark("tpch"));
            judge("TPC-DS", version, oracle, PackagedStatements.benchmark("tpcds"));
            judge("over TPC-DS", version, oracle, own());
            judge("system views", version, oracle, ServerStatements.systemViews(oracle));
            judge("system functions", version, oracle, ServerStatements.systemFunctions(oracle));
            List<Sample> contrib = new ArrayList<>(ServerStatements.views(oracle));
            contrib.addAll(ServerStatements.functions(oracle));
            judge("contrib", version, oracle, contrib);
            judge("the driver", version, oracle, ServerStatements.driver(oracle));
        }
    }

    private void real(PostgresVersion version, RealSchema schema) throws IOException, SQLException {
        try (Oracle oracle = Oracle.of(version, schema)) {
            List<Sample> samples = new ArrayList<>(ServerStatements.views(oracle));
            samples.addAll(ServerStatements.functions(oracle));
            List<Sample> packaged =
                    switch (schema) {
                        case QUARTZ -> PackagedStatements.quartz();
                        case SPRING_BATCH -> PackagedStatements.springBatch();
                        case FLOWABLE -> PackagedStatements.flowable();
                        case DSPACE, GRAPHILE_WORKER, LOGTO -> List.of();
                    };
            samples.addAll(packaged);
            judge(schema.name().toLowerCase(Locale.ROOT), version, oracle, samples);
        }
    }

    private void judge(String corpus, PostgresVersion version, Oracle oracle, List<Sample> samples)
            throws SQLException {
        int accepted = 0;
        int refused = 0;
        for (Sample sample : samples) {
            Objection server =
                    oracle.ofServer(sample.prefix(), PackagedStatements.numbered(sample.sql()));
            if (server != null) {
                leftOut.add(corpus + ", " + version + ": " + sample.sql() + "\n  " + server);
                continue;
            }
            accepted++;
            Objection ours = oracle.ofCheck(sample.sql());
            if (ours != null) {
                refused++;
                wrong.add(corpus + ", " + version + ": " + sample.sql() + "\n  we: " + ours);
            }
        }
        counts.computeIfAbsent(corpus, _ -> new LinkedHashMap<>())
                .put(version, new Count(samples.size(), accepted, refused));
    }

    private String section() {
        StringBuilder section = new StringBuilder(ABOUT);
        counts.forEach((corpus, byVersion) -> {
            section.append("| ").append(corpus);
            int refused = 0;
            for (PostgresVersion version : versions) {
                Count count = byVersion.get(version);
                section.append(" | ");
                section.append(count == null ? "" : count.accepted() + " of " + count.statements());
                refused += count == null ? 0 : count.refused();
            }
            section.append(" | ").append(refused).append(" |\n");
        });
        return section.toString();
    }

    private static List<Sample> own() throws IOException {
        return Stream.of(file("tpcds/queries.sql").strip().split("\n\n+")).map(Sample::of).toList();
    }

    private static String file(String name) throws IOException {
        return Files.readString(
                Path.of(System.getProperty("basedir", "."), "src/test/oracle", name));
    }
}
