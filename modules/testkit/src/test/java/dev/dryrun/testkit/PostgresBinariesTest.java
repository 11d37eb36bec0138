package dev.dryrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresBinariesTest {

    private static final Path JARS =
            Path.of(System.getProperty("dryrun.root"), "modules", "testkit", "target", "postgres");

    @Test
    void threadsThatUnpackAtOnceGetOneWholeCopy(@TempDir Path cache) throws Exception {
        PostgresBinaries binaries = new PostgresBinaries(JARS, cache);
        List<Future<Path>> folders = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 3; i++) {
                folders.add(threads.submit(() -> binaries.folder(PostgresVersion.V18)));
            }
        }

        for (Future<Path> folder : folders) {
            assertThat(folder.get()).isEqualTo(cache.resolve("18.6.0"));
        }
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).containsExactly(cache.resolve("18.6.0"));
        }
        assertThat(cache.resolve("18.6.0/bin/postgres")).isExecutable();
        assertThat(cache.resolve("18.6.0/share/postgresql/postgres.bki")).isReadable();
        CommandRun run =
                Command.of(cache.resolve("18.6.0/bin/postgres").toString(), "--version").run();
        assertThat(run.stdout()).isEqualTo("postgres (PostgreSQL) 18.6\n");
    }

    @Test
    void aMissingJarIsNamedWithTheCommandThatBringsIt(@TempDir Path empty) {
        PostgresBinaries binaries = new PostgresBinaries(empty, empty.resolve("cache"));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> binaries.folder(PostgresVersion.V18))
                .withMessageContaining("postgres-18.6.0.jar is missing")
                .withMessageContaining("mvn -pl modules/testkit");
    }

    @Test
    void aJarThatIsCutShortLeavesNothingBehind(@TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(JARS.resolve("postgres-14.18.0.jar"));
        Path jar = folder.resolve("postgres-14.18.0.jar");
        Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
        Path cache = folder.resolve("cache");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new PostgresBinaries(folder, cache).folder(PostgresVersion.V14));
        assertThat(cache).isEmptyDirectory();
    }
}
