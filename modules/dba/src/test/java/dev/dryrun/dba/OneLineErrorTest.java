package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.PostgresOptions;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever goes wrong, the user reads one line that says what and one that says what to do.
final class OneLineErrorTest {

    private static final int PAGE_BYTES = 8192;
    private static final String PASSWORD = "s3cret-canary";

    @TempDir private Path folder;

    @Test
    void nothingListening() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        failed("no PostgreSQL server answers at 127.0.0.1:" + port, init(port, "u", "db"));
    }

    @Test
    void aWrongPassword() {
        try (PostgresServer server =
                PostgresServer.start(
                        PostgresVersion.V18, PostgresOptions.NONE.requirePassword("locked"))) {
            server.execute("postgres", "CREATE ROLE locked LOGIN PASSWORD 'right'");

            failed("refused the password of \"locked\"", init(server.port(), "locked", "postgres"));
        }
    }

    @Test
    void aMissingDatabase() {
        int port = PostgresServer.shared(PostgresVersion.V18).port();

        failed("has no database \"nowhere\"", init(port, "postgres", "nowhere"));
    }

    @Test
    void aServerThatIsTooOld() {
        int port = PostgresServer.shared(PostgresVersion.V12).port();

        failed("14 is the oldest that can be captured", init(port, "postgres", "postgres"));
    }

    @Test
    void aPrivilegedRole() {
        int port = PostgresServer.shared(PostgresVersion.V18).port();

        failed("it can do more than read", init(port, "postgres", "postgres"));
    }

    @Test
    void aTypoInTheConfiguration() throws IOException {
        Files.writeString(folder.resolve("dryrun.toml"), "[project]\nidd = \"x\"\n");

        for (String command : List.of("init", "lint")) {
            Ran ran = Ran.in(folder, Map.of(), command);
            failed("dryrun.toml:2:1: unknown key \"idd\"", ran);
            assertThat(ran.err()).contains("\"id\"");
        }
    }

    @Test
    void noHistory() {
        failed("does not exist", Ran.in(folder, Map.of(), "lint"));
        assertThat(folder.resolve(".dryrun")).as("nothing is made").doesNotExist();
    }

    @Test
    void aHistoryThatIsNoDatabase() throws IOException {
        Files.createDirectory(folder.resolve(".dryrun"));
        Files.writeString(folder.resolve(".dryrun/history.db"), "hello");

        failed("is not a SQLite database", Ran.in(folder, Map.of(), "lint"));
    }

    /// Between two pages a cut is found by SQLite alone, which does not say what it found.
    @Test
    void aHistoryThatIsCutShort() throws IOException {
        Files.createDirectory(folder.resolve(".dryrun"));
        Path history = folder.resolve(".dryrun/history.db");
        try (CapturedDatabase sample =
                CapturedDatabase.of(PostgresVersion.V18, "CREATE TABLE t (id int)")) {
            byte[] whole = Files.readAllBytes(sample.historyFile());
            Files.write(history, Arrays.copyOf(whole, 5 * PAGE_BYTES + 1));
            failed("is cut short", Ran.in(folder, Map.of(), "lint"));
            Files.write(history, Arrays.copyOf(whole, 5 * PAGE_BYTES));
        }

        failed("is damaged", Ran.in(folder, Map.of(), "lint"));
    }

    @Test
    void argumentsThatDoNotFit() {
        failed("unmatched argument", Ran.in(folder, Map.of(), "lnt"));
        failed("unknown option: '--foo'", Ran.in(folder, Map.of(), "lint", "--foo"));
        failed("check what?", Ran.in(folder, Map.of(), "check"));
        failed("missing required parameter", Ran.in(folder, Map.of(), "check", "query"));
        failed(
                "nowhere.sql does not exist",
                Ran.in(folder, Map.of(), "check", "query", "nowhere.sql"));
        failed("is no time", Ran.in(folder, Map.of(), "init", "--lock-timeout", "soon"));
        failed("cannot be understood", Ran.in(folder, Map.of(), "init", "--db", "mysql://x"));
    }

    @Test
    void underJsonTheFailureIsAlsoJson() {
        Ran ran = Ran.in(folder, Map.of(), "lint", "--json");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).contains("\"code\": \"history_missing\"").contains("\"hint\"");
    }

    private Ran init(int port, String user, String database) {
        String url = "postgres://%s:%s@127.0.0.1:%d/%s".formatted(user, PASSWORD, port, database);
        Ran ran = Ran.in(folder, Map.of("DATABASE_URL", url), "init");
        assertThat(folder.resolve("dryrun.toml")).as("nothing is left behind").doesNotExist();
        assertThat(folder.resolve(".dryrun")).doesNotExist();
        return ran;
    }

    static void failed(String what, Ran ran) {
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains(what)
                .doesNotContain(PASSWORD)
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
        assertThat(ran.err().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("error: "),
                        line -> assertThat(line).startsWith("hint: "));
    }
}
