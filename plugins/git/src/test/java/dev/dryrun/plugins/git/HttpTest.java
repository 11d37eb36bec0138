package dev.dryrun.plugins.git;

import static dev.dryrun.plugins.git.Sandbox.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over http, with tokens.
final class HttpTest {

    private static final String TOKEN = "s3cret/token+with=signs";
    private static final Map<String, String> BY_TOKEN = Map.of("token_env", "TEAM_TOKEN");

    @TempDir private Path folder;
    private Sandbox sandbox;
    private Path repository;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        sandbox = new Sandbox(folder);
        repository = sandbox.repository();
        sandbox.git("--git-dir", repository.toString(), "config", "http.receivepack", "true");
        server = new HttpServer(sandbox.folder(), "x-access-token", TOKEN);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTokenOfTheEnvironmentSignsIn() throws IOException {
        sandbox.environment().put("TEAM_TOKEN", TOKEN + "\n");

        pushAndLook(BY_TOKEN);
    }

    @Test
    void whatGitItselfSignsInWithServesToo() throws IOException {
        Path known = sandbox.home().resolve("known");
        Files.writeString(
                known,
                server.url("")
                                .replace(
                                        "http://",
                                        "http://x-access-token:"
                                                + TOKEN.replace("/", "%2f").replace("+", "%2b")
                                                + "@")
                        + "\n");
        sandbox.git("config", "--global", "credential.helper", "store --file=" + known);

        pushAndLook(Map.of());
    }

    @Test
    void aTokenThatIsNotGoodIsDeniedAndShownNowhere() {
        sandbox.environment().put("TEAM_TOKEN", "an0ther-secret");

        StoreException denied = failure(BY_TOKEN);
        assertThat(denied.kind()).isEqualTo(Kind.DENIED);
        assertThat(denied.hint()).contains("TEAM_TOKEN");
        StringWriter all = new StringWriter();
        denied.printStackTrace(new PrintWriter(all));
        assertThat(all.toString() + denied.hint()).doesNotContain("an0ther-secret");
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        assertThat(failure(BY_TOKEN))
                .hasMessage("the environment variable TEAM_TOKEN is not set")
                .extracting("kind")
                .isEqualTo(Kind.DENIED);
    }

    @Test
    void withoutAnythingToSignInWithItSaysHow() {
        StoreException denied = failure(Map.of());
        assertThat(denied.kind()).isEqualTo(Kind.DENIED);
        assertThat(denied.hint()).contains("token_env").contains("git itself");
    }

    @Test
    void aTokenThatMayOnlyReadIsToldByTheCheck() {
        sandbox.environment().put("TEAM_TOKEN", TOKEN);
        server.readOnly();

        assertThat(failure(BY_TOKEN).kind()).isEqualTo(Kind.DENIED);
    }

    @Test
    void aRepositoryThatIsNotThereIsMissing() {
        sandbox.environment().put("TEAM_TOKEN", TOKEN);
        try (SnapshotStore store = sandbox.open(server.url("nowhere.git"), "one", BY_TOKEN)) {
            assertThat(catchThrowableOfType(StoreException.class, store::check).kind())
                    .isEqualTo(Kind.MISSING);
        }
    }

    @Test
    void aServerThatIsBusyOrHangsUpIsAskedAgain() throws IOException {
        sandbox.environment().put("TEAM_TOKEN", TOKEN);
        try (SnapshotStore store = sandbox.open(server.url("shared.git"), "one", BY_TOKEN)) {
            server.breakNext(2);
            store.put("a/1", bytes("x"));
            server.breakNext(3);
            store.flush();

            server.breakNext(1000);
            StoreException gone =
                    catchThrowableOfType(StoreException.class, () -> store.list("", "", 9));
            assertThat(gone.kind()).isEqualTo(Kind.UNREACHABLE);
        }
        assertThat(shown("a/1")).isEqualTo("x");
    }

    @Test
    void whatAHookDeclinesIsDeniedWithItsWords() throws IOException {
        sandbox.environment().put("TEAM_TOKEN", TOKEN);
        Path hook = repository.resolve("hooks/pre-receive");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\necho 'the branch is protected by Bob'; exit 1\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();

        try (SnapshotStore store = sandbox.open(server.url("shared.git"), "one", BY_TOKEN)) {
            store.put("a/1", bytes("x"));
            StoreException denied = catchThrowableOfType(StoreException.class, store::flush);
            assertThat(denied.kind()).isEqualTo(Kind.DENIED);
            assertThat(denied)
                    .hasMessageContaining("pre-receive hook declined")
                    .hasMessageContaining("protected by Bob");
            assertThat(denied.getMessage()).doesNotContain("\n");
        }
    }

    private void pushAndLook(Map<String, String> options) throws IOException {
        try (SnapshotStore store = sandbox.open(server.url("shared.git"), "one", options)) {
            store.check();
            store.put("a/1", bytes("x"));
            store.flush();
        }
        assertThat(shown("a/1")).isEqualTo("x");
    }

    private StoreException failure(Map<String, String> options) {
        try (SnapshotStore store = sandbox.open(server.url("shared.git"), "one", options)) {
            return catchThrowableOfType(StoreException.class, store::check);
        }
    }

    private String shown(String name) throws IOException {
        return sandbox.git("--git-dir", repository.toString(), "show", "dryrun:" + name);
    }
}
