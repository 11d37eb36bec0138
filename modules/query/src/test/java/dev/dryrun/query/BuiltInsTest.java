package dev.dryrun.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.Golden;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class BuiltInsTest {

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#supported")
    void theFileIsWhatAFreshServerOfThatVersionHas(PostgresVersion version) throws IOException {
        Path query = Path.of(System.getProperty("basedir", "."), "src/test/builtins/builtins.sql");
        PostgresServer server = PostgresServer.shared(version);

        StringBuilder made = new StringBuilder();
        for (List<@Nullable String> row :
                server.query(server.freshDatabase(), Files.readString(query))) {
            made.append(row.getFirst()).append('\n');
        }

        Golden.ofResources("dev/dryrun/query/builtins")
                .matches(version.major() + ".txt", made.toString());
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#supported")
    void everyTypeAndFunctionOfTheServerIsKnownAndNoOther(PostgresVersion version) {
        BuiltIns builtIns = BuiltIns.of(version.major() * 10_000);
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();

        List<String> types =
                first(
                        server.query(
                                database,
                                "SELECT CASE nspname WHEN 'pg_catalog' THEN '' ELSE nspname || '.'"
                                        + " END || typname FROM pg_type t JOIN pg_namespace n"
                                        + " ON n.oid = typnamespace"));
        assertThat(builtIns.types()).containsExactlyInAnyOrderElementsOf(types);
        List<String> functions =
                first(
                        server.query(
                                database,
                                "SELECT DISTINCT proname FROM pg_proc"
                                        + " WHERE pronamespace = 'pg_catalog'::regnamespace"));
        assertThat(functions).allMatch(name -> builtIns.hasFunction("pg_catalog", name));
        assertThat(builtIns.hasFunction("pg_catalog", "nosuch")).isFalse();
        assertThat(builtIns.hasFunction("information_schema", "now")).isFalse();
        assertThat(builtIns.hasFunction("information_schema", "_pg_char_max_length")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "140018, false, false",
        "150004, false, false",
        "160001, true, false",
        "170009, true, false",
        "180006, true, true",
        "190000, true, true",
        "990000, true, true"
    })
    void aServerNewerThanAllIsTakenForTheNewest(int version, boolean anyValue, boolean crc32) {
        BuiltIns builtIns = BuiltIns.of(version);

        assertThat(builtIns.hasFunction("pg_catalog", "any_value")).isEqualTo(anyValue);
        assertThat(builtIns.hasFunction("pg_catalog", "crc32")).isEqualTo(crc32);
    }

    /// What is left out here takes a row too, but needs a type of its own.
    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#supported")
    void aFunctionTakesTheRowOfAnyTableIfTheServerCallsItSo(PostgresVersion version) {
        BuiltIns builtIns = BuiltIns.of(version.major() * 10_000);

        assertThat(Stream.of("count", "to_jsonb", "concat", "row_to_json", "pg_typeof"))
                .allMatch(builtIns::takesRow);
        assertThat(Stream.of("abs", "lower", "now", "nth_value", "format", "nosuch"))
                .noneMatch(builtIns::takesRow);
    }

    @Test
    void manyThreadsMayAskAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<BuiltIns>> asks =
                    Stream.generate(() -> (Callable<BuiltIns>) () -> BuiltIns.of(160_000))
                            .limit(32)
                            .toList();
            for (Future<BuiltIns> answer : threads.invokeAll(asks)) {
                assertThat(answer.get()).isSameAs(BuiltIns.of(160_004));
            }
        }
    }

    private static List<String> first(List<List<@Nullable String>> rows) {
        return rows.stream().map(row -> String.valueOf(row.getFirst())).toList();
    }
}
