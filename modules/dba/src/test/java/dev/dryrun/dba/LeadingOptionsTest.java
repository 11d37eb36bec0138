package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeadingOptionsTest {

    @TempDir private Path folder;

    @Test
    void optionsOfEveryCommandMayStandBeforeItsName() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String url = server.url(server.freshDatabase(), "postgres");

        Ran probe = run("--db", url, "--allow-privileged", "--lock-timeout=1s", "probe");
        Ran take = run("--allow-privileged", "--db=" + url, "snapshot", "take", "--json");

        assertThat(probe.status()).as(probe.err()).isZero();
        assertThat(probe.out()).startsWith("PostgreSQL 18");
        assertThat(take.status()).as(take.err()).isZero();
        assertThat(take.out()).startsWith("{");
    }

    @Test
    void anOfflineCommandTakesNone() {
        Ran lint = run("--db", "postgres://u@127.0.0.1:1/d", "lint");

        assertThat(lint.status()).isEqualTo(2);
        assertThat(lint.err()).contains("--db");
        assertThat(run("--version").status()).isZero();
        assertThat(run("--nonsense", "probe").err()).contains("--nonsense");
    }

    private Ran run(String... arguments) {
        return Ran.in(folder, Map.of(), arguments);
    }
}
