package dev.dryrun.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.CommandRun;
import dev.dryrun.testkit.PostgresVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The server as a process of its own, started as a launcher starts it.
final class ServerProcessTest {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n";

    @TempDir Path folder;

    @Test
    void endOfInputEndsTheProcessWithStatusZero() {
        CommandRun run = server().withInput(Talk.HELLO_2025_11_25 + "\n" + PING).run();

        assertThat(run.status()).isZero();
        assertThat(run.stderr()).isEmpty();
        assertThat(Talk.messages(run.stdout().getBytes(StandardCharsets.UTF_8))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mcp", "mcp-serve"})
    void theCommandsOwnNameMayStandFirst(String name) {
        CommandRun run = server(name, "--project", folder.toString()).withInput(PING).run();

        assertThat(run.status()).isZero();
        assertThat(run.stdout()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n");
    }

    @Test
    void anOptionThatDoesNotExistIsAUsageErrorAndStaysOffStdout() {
        CommandRun run = server("--projekt", "x").withInput(PING).run();

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.stdout()).isEmpty();
        assertThat(run.stderr()).contains("--projekt");
    }

    @Test
    void helpFitsEightyColumnsAndEndsWithStatusZero() {
        CommandRun run = server("--help").run();

        assertThat(run.status()).isZero();
        assertThat(run.stdout().lines())
                .allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(80));
        assertThat(run.stdout()).contains("--project", "--config", "--profile", "--history-db");
    }

    @Test
    void aBrokenConfigurationIsSaidByTheToolsAndTheSessionGoesOn() throws IOException {
        Files.writeString(folder.resolve("dryrun.toml"), "[projekt]\nid = \"x\"\n");
        CommandRun run = server().withInput(Talk.HELLO_2025_11_25 + "\n" + find(1) + PING).run();

        assertThat(run.status()).isZero();
        assertThat(run.stdout().lines().toList().get(1))
                .contains("\"isError\":true", "config_invalid", "projekt");
        assertThat(run.stdout().lines().count()).isEqualTo(3);
    }

    @Test
    void noConnectionIsEverMadeWhateverTheEnvironmentSays() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(300);
            String url = "postgres://u:secret@127.0.0.1:" + listener.getLocalPort() + "/d";
            CommandRun run =
                    server().withVariable("DATABASE_URL", url)
                            .withInput(Talk.HELLO_2025_11_25 + "\n" + find(1))
                            .run();

            assertThat(run.status()).isZero();
            assertThat(run.stdout()).contains("history_missing").doesNotContain("secret");
            org.assertj.core.api.Assertions.assertThatThrownBy(listener::accept)
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void aSnapshotThatAppearsWhileItRunsIsPickedUpAndSoIsANewerOne()
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("dryrun.toml"), "[project]\nid = \"sample\"\n");
        Path history = folder.resolve("h.db");
        try (CapturedDatabase captured =
                CapturedDatabase.of(PostgresVersion.V18, "CREATE TABLE t (first int)")) {
            Process process = server("--history-db", history.toString()).start();
            try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
                    OutputStream requests = process.getOutputStream()) {
                ask(requests, answers, Talk.HELLO_2025_11_25 + "\n");
                assertThat(ask(requests, answers, find(1))).contains("history_missing", "init");

                Files.copy(captured.historyFile(), history);
                assertThat(ask(requests, answers, find(2)))
                        .contains("first")
                        .doesNotContain("second");

                captured.execute("ALTER TABLE t ADD second int");
                captured.capture();
                Files.copy(captured.historyFile(), history, StandardCopyOption.REPLACE_EXISTING);
                assertThat(ask(requests, answers, find(3))).contains("second");
            }
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
    }

    @Test
    void aSnapshotTakenIntoTheSameFileIsPickedUp() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("dryrun.toml"), "[project]\nid = \"sample\"\n");
        try (CapturedDatabase captured =
                CapturedDatabase.of(PostgresVersion.V18, "CREATE TABLE t (first int)")) {
            Process process = server("--history-db", captured.historyFile().toString()).start();
            try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
                    OutputStream requests = process.getOutputStream()) {
                ask(requests, answers, Talk.HELLO_2025_11_25 + "\n");
                assertThat(ask(requests, answers, find(1))).doesNotContain("second");
                captured.execute("ALTER TABLE t ADD second int");
                captured.capture();
                assertThat(ask(requests, answers, find(2))).contains("second");
            }
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static String find(int id) {
        return """
        {"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"find_objects",\
        "arguments":{"kind":"column"}}}
        """
                .formatted(id);
    }

    private static String ask(OutputStream requests, BufferedReader answers, String line)
            throws IOException {
        requests.write(line.getBytes(StandardCharsets.UTF_8));
        requests.flush();
        JsonValue answer = Talk.message(String.valueOf(answers.readLine()));
        assertThat(Talk.at(answer, "jsonrpc")).isEqualTo(new JsonString("2.0"));
        return Json.compact(answer);
    }

    private Command server(String... options) {
        return Command.java(
                        "-p",
                        String.valueOf(System.getProperty("jdk.module.path")),
                        "--enable-native-access=dev.dryrun.pgquery,org.xerial.sqlitejdbc",
                        "-Ddryrun.libpg_query=" + System.getProperty("dryrun.libpg_query"),
                        "-m",
                        "dev.dryrun.mcp/dev.dryrun.mcp.Main")
                .with(options)
                .in(folder);
    }
}
