package dev.dryrun.plugins.git;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/// Signs in over ssh: by the agent, then by the key files of `~/.ssh`, as `~/.ssh/config` says.
/// Nothing is ever asked: a key with a passphrase has to be in the agent.
final class SshSessions implements AutoCloseable {

    private final StrictServerKeys serverKeys;
    private final SshdSessionFactory sessions;

    SshSessions(Path home, Function<String, Optional<String>> environment) {
        File folder = home.toFile();
        serverKeys = new StrictServerKeys(home.resolve(".ssh"));
        sessions =
                new SshdSessionFactoryBuilder()
                        .setHomeDirectory(folder)
                        .setSshDirectory(new File(folder, ".ssh"))
                        .setPreferredAuthentications("publickey")
                        .setServerKeyDatabase((_, _) -> serverKeys)
                        .setConnectorFactory(new AgentSockets(environment))
                        .setKeyPasswordProvider(_ -> new NoPassphrases())
                        .build(null);
    }

    void configure(SshTransport transport) {
        transport.setSshSessionFactory(sessions);
    }

    /// {@return the server's key that was refused in the last attempt, once}
    Optional<StrictServerKeys.Refused> takeRefused() {
        return serverKeys.takeRefused();
    }

    @Override
    public void close() {
        sessions.close();
    }

    private static final class NoPassphrases implements KeyPasswordProvider {
        @Override
        public char[] getPassphrase(URIish key, int attempt) {
            return new char[0];
        }

        @Override
        public void setAttempts(int attempts) {
            // There is none.
        }

        @Override
        public int getAttempts() {
            return 1;
        }

        @Override
        public boolean keyLoaded(URIish key, int attempt, Exception error) {
            return false;
        }
    }
}
