package dev.dryrun.plugins.git;

import static dev.dryrun.plugins.git.Sandbox.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over ssh, with keys as OpenSSH makes them and OpenSSH's agent.
final class SshTest {

    @TempDir private Path folder;
    private Sandbox sandbox;
    private Path repository;
    private SshServer server;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        sandbox = new Sandbox(folder);
        repository = sandbox.repository();
        server = new SshServer(0);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void anEd25519KeyOfTheUsersFolderSignsIn() throws Exception {
        server.trust(key(".ssh/id_ed25519", "ed25519", ""));
        believe();

        pushAndLook();
    }

    @Test
    void theKeyThatTheConfigurationNamesSignsInUnderItsAlias() throws Exception {
        server.trust(key("team_key", "ecdsa", ""));
        believe();
        Files.writeString(
                sandbox.home().resolve(".ssh/config"),
                """
                Host snapshots
                  HostName 127.0.0.1
                  Port %d
                  User git
                  IdentityFile ~/team_key
                """
                        .formatted(server.port()));

        try (SnapshotStore store = sandbox.open("snapshots:" + repository)) {
            store.put("a/1", bytes("x"));
            store.flush();
        }
        assertThat(shown("a/1")).isEqualTo("x");
    }

    @Test
    void aKeyThatOnlyTheAgentCanReadSignsIn() throws Exception {
        server.trust(key("elsewhere", "ed25519", ""));
        believe();
        Path socket = folder.resolve("agent");
        Process agent =
                new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            while (!Files.exists(socket)) {
                Thread.sleep(5);
            }
            sandbox.environment().put("SSH_AUTH_SOCK", socket.toString());
            sandbox.run(List.of("ssh-add", "-q", sandbox.home().resolve("elsewhere").toString()));
            Files.delete(sandbox.home().resolve("elsewhere"));

            pushAndLook();
        } finally {
            agent.destroy();
        }
    }

    @Test
    void aServerThatIsNotKnownIsRefusedUntilTheLineIsAdded() throws Exception {
        server.trust(key(".ssh/id_ed25519", "ed25519", ""));
        Files.writeString(
                sandbox.home().resolve(".ssh/config"), "Host *\n  StrictHostKeyChecking no\n");

        StoreException refused = failure();
        assertThat(refused.kind()).isEqualTo(Kind.DENIED);
        assertThat(refused)
                .hasMessageMatching(
                        "the server \\[127.0.0.1\\]:\\d+ is not known: its key is SHA256:\\S+");
        String line = refused.hint().substring(refused.hint().indexOf("known_hosts: ") + 13);
        assertThat(line).isEqualTo(server.knownHost());
        assertThat(sandbox.home().resolve(".ssh/known_hosts")).doesNotExist();

        Files.writeString(sandbox.home().resolve(".ssh/known_hosts"), line + "\n");
        pushAndLook();
    }

    @Test
    void aServerWithAnotherKeyThanKnownIsRefused() throws Exception {
        server.trust(key(".ssh/id_ed25519", "ed25519", ""));
        String other = key("other", "ed25519", "").strip();
        Files.writeString(
                sandbox.home().resolve(".ssh/known_hosts"),
                "[127.0.0.1]:" + server.port() + " " + other + "\n");

        StoreException refused = failure();
        assertThat(refused.kind()).isEqualTo(Kind.DENIED);
        assertThat(refused).hasMessageContaining("answers with another key than known_hosts");
        assertThat(refused.hint()).contains("ssh-keygen -R '[127.0.0.1]:" + server.port() + "'");
    }

    @Test
    void whoeverHasNoKeyOrOneWithAPassphraseIsToldOfTheAgent() throws Exception {
        believe();
        assertThat(failure().kind()).isEqualTo(Kind.DENIED);

        server.trust(key(".ssh/id_ed25519", "ed25519", "open sesame"));
        StoreException refused = failure();
        assertThat(refused.kind()).isEqualTo(Kind.DENIED);
        assertThat(refused.hint()).contains("ssh-add");
        assertThat(refused.getMessage()).doesNotContain("\n").hasSizeLessThan(400);
    }

    @Test
    void aRepositoryThatIsNotThereIsMissing() throws Exception {
        server.trust(key(".ssh/id_ed25519", "ed25519", ""));
        believe();
        try (SnapshotStore store = sandbox.open(server.url(folder.resolve("nowhere.git")))) {
            StoreException missing = catchThrowableOfType(StoreException.class, store::check);
            assertThat(missing.kind()).isEqualTo(Kind.MISSING);
        }
    }

    @Test
    void aServerThatIsNotUpIsUnreachable() throws Exception {
        believe();
        server.close();
        StoreException refused = failure();
        assertThat(refused.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(refused).hasMessageContaining("does not answer");
    }

    private StoreException failure() {
        try (SnapshotStore store = sandbox.open(server.url(repository))) {
            return catchThrowableOfType(StoreException.class, store::check);
        }
    }

    private void pushAndLook() throws IOException {
        try (SnapshotStore store = sandbox.open(server.url(repository))) {
            assertThat(store.check()).contains("branch dryrun");
            store.put("a/1", bytes("x"));
            store.flush();
            store.put("a/2", bytes("y"));
            store.flush();
        }
        assertThat(shown("a/1") + shown("a/2")).isEqualTo("xy");
    }

    private String shown(String name) throws IOException {
        return sandbox.git("--git-dir", repository.toString(), "show", "dryrun:" + name);
    }

    private void believe() throws IOException, GeneralSecurityException {
        Files.writeString(sandbox.home().resolve(".ssh/known_hosts"), server.knownHost() + "\n");
    }

    /// {@return the public key}
    private String key(String file, String type, String passphrase) throws IOException {
        Path key = sandbox.home().resolve(file);
        sandbox.run(
                List.of("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-f", key.toString()));
        return Files.readString(Path.of(key + ".pub"));
    }
}
