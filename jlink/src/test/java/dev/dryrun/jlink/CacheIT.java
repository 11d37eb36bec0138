package dev.dryrun.jlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever happens to a cache, standard output carries the protocol and nothing else.
final class CacheIT {
    private static final long SEED = 20260117;

    @TempDir Path scratch;
    private BuiltImage image;
    private Path cache;
    private byte[] bytes;

    @BeforeEach
    void aCopyToDamage() throws IOException {
        image = BuiltImage.ofTheBuild().copyTo(scratch.resolve("image"));
        cache = image.cacheOf(Root.MCP);
        bytes = Files.readAllBytes(cache);
    }

    /// `AOTMode=on` refuses to start where `auto`, the default, would go on without the cache.
    @ParameterizedTest
    @EnumSource
    void anIntactCacheIsUsedAlsoInACopy(Root root) throws IOException {
        String script = Files.readString(image.launcher());
        Files.writeString(
                image.launcher(), script.replace("-XX:AOTCache=", "-XX:AOTMode=on -XX:AOTCache="));

        CommandRun run = image.dryrun(wordFor(root), "--help").in(scratch).run();

        assertThat(run.stderr()).isEmpty();
        assertThat(run.status()).isZero();
        Files.delete(image.cacheOf(root));
        assertThat(image.dryrun(wordFor(root), "--help").run().status()).isNotZero();
    }

    @Test
    void aMissingCacheCostsOnlyTime() throws IOException {
        Files.delete(cache);
        theProtocolIsClean();
    }

    @Test
    void aCacheCutShortCostsOnlyTime() throws IOException {
        Files.write(cache, Arrays.copyOf(bytes, bytes.length / 2));
        theProtocolIsClean();
    }

    @Test
    void anEmptyCacheCostsOnlyTime() throws IOException {
        Files.write(cache, new byte[0]);
        theProtocolIsClean();
    }

    @Test
    void garbageInsteadOfACacheCostsOnlyTime() throws IOException {
        byte[] garbage = new byte[bytes.length];
        new Random(SEED).nextBytes(garbage);
        Files.write(cache, garbage);
        theProtocolIsClean();
    }

    @Test
    void aCacheDamagedInsideCostsOnlyTime() throws IOException {
        byte[] garbage = new byte[bytes.length / 4];
        new Random(SEED).nextBytes(garbage);
        System.arraycopy(garbage, 0, bytes, bytes.length / 2, garbage.length);
        Files.write(cache, bytes);
        theProtocolIsClean();
    }

    @Test
    void anotherRootsCacheCostsOnlyTime() throws IOException {
        Files.write(cache, Files.readAllBytes(image.cacheOf(Root.DBA)));
        theProtocolIsClean();
    }

    private void theProtocolIsClean() {
        CommandRun run =
                image.dryrun("mcp-serve").in(scratch).withInput(BuiltImage.INITIALIZE).run();

        assertThat(run.stdout().lines()).hasSize(1);
        assertThat(run.stdout())
                .startsWith("{")
                .contains("\"jsonrpc\":\"2.0\"", "\"protocolVersion\"");
        assertThat(run.status()).isZero();
    }

    private static String wordFor(Root root) {
        return switch (root) {
            case MCP -> "mcp-serve";
            case CLI -> "lint";
            case DBA -> "init";
        };
    }
}
