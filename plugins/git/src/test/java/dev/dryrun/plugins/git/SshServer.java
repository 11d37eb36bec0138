package dev.dryrun.plugins.git;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.shell.ProcessShellFactory;

/// An ssh server on the loopback that lets known keys run git's own server programs.
final class SshServer implements AutoCloseable {

    private final org.apache.sshd.server.SshServer server;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    SshServer(int port) throws IOException, GeneralSecurityException {
        KeyPair hostKey = SecurityUtils.getKeyPairGenerator("EdDSA").generateKeyPair();
        server = org.apache.sshd.server.SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator((_, key, _) -> known.contains(entry(key)));
        server.setCommandFactory(SshServer::command);
        server.start();
    }

    int port() {
        return server.getPort();
    }

    /// Lets a user in.
    ///
    /// @param publicKey the line of a `.pub` file
    void trust(String publicKey) throws IOException, GeneralSecurityException {
        PublicKeyEntry entry = PublicKeyEntry.parsePublicKeyEntry(publicKey);
        known.add(entry(entry.resolvePublicKey(null, null, null)));
    }

    String knownHost() throws IOException, GeneralSecurityException {
        PublicKey key = server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic();
        return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(key);
    }

    String url(Path repository) {
        return "ssh://git@127.0.0.1:" + port() + repository;
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private static String entry(PublicKey key) {
        return KeyUtils.getKeyType(key) + PublicKeyEntry.toString(key);
    }

    private static Command command(ChannelSession channel, String line) throws IOException {
        String[] words = line.split(" ", 2);
        String path = words[1].replace("'", "");
        return new ProcessShellFactory(line, words[0], path).createShell(channel);
    }
}
