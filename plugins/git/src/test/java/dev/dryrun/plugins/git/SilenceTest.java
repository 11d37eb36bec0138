package dev.dryrun.plugins.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server that takes a connection and says nothing.
final class SilenceTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"http", "ssh"})
    void whoWaitsForAServerThatSaysNothingCanBeInterrupted(String scheme) throws Exception {
        Sandbox sandbox = new Sandbox(folder);
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = scheme + "://127.0.0.1:" + silent.getLocalPort() + "/x.git";
            Instant start = Instant.now();
            try (SnapshotStore store = sandbox.open(url)) {
                Thread waiting = Thread.currentThread();
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            try {
                                silent.accept();
                                Thread.sleep(200);
                            } catch (IOException | InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            waiting.interrupt();
                        });
                StoreException ended = catchThrowableOfType(StoreException.class, store::check);
                assertThat(Thread.interrupted()).isTrue();
                assertThat(ended.kind()).isEqualTo(Kind.INTERRUPTED);
            }
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void aHostThatNobodyKnowsIsUnreachableAtOnce() throws Exception {
        Sandbox sandbox = new Sandbox(folder);
        for (String ref :
                new String[] {"git@no-such-host.invalid:x", "https://no-such.invalid/x"}) {
            try (SnapshotStore store = sandbox.open(ref)) {
                StoreException gone = catchThrowableOfType(StoreException.class, store::check);
                assertThat(gone.kind()).isEqualTo(Kind.UNREACHABLE);
                assertThat(gone).hasMessageContaining("the host's name is not known");
            }
        }
    }
}
