package dev.dryrun.plugins.git;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.eclipse.jgit.internal.transport.sshd.OpenSshServerKeyDatabase;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.jspecify.annotations.Nullable;

/// A server is believed when its key is in `known_hosts`, and never otherwise, whatever ssh's
/// configuration says: nobody is there to be asked.
///
/// Used by the ssh client's threads; what was refused is read by another one afterwards.
final class StrictServerKeys implements ServerKeyDatabase {

    private final ServerKeyDatabase files;
    private volatile @Nullable Refused refused;

    /// A key that was not believed.
    ///
    /// @param host as `known_hosts` has it: `host`, or `[host]:port`
    /// @param fingerprint of the key, as ssh shows it
    /// @param line what `known_hosts` would need
    /// @param changed whether another key of this host is known
    record Refused(String host, String fingerprint, String line, boolean changed) {}

    /// Makes one.
    ///
    /// @param folder the user's `.ssh`; a configuration that names other files has its way
    StrictServerKeys(Path folder) {
        files =
                new OpenSshServerKeyDatabase(
                        false,
                        List.of(folder.resolve("known_hosts"), folder.resolve("known_hosts2")));
    }

    /// {@return what was refused last, once}
    Optional<Refused> takeRefused() {
        Optional<Refused> taken = Optional.ofNullable(refused);
        refused = null;
        return taken;
    }

    @Override
    public List<PublicKey> lookup(
            String host, InetSocketAddress remote, Configuration configuration) {
        return files.lookup(host, remote, new Strict(configuration));
    }

    @Override
    public boolean accept(
            String host,
            InetSocketAddress remote,
            PublicKey key,
            Configuration configuration,
            @Nullable CredentialsProvider provider) {
        Configuration strict = new Strict(configuration);
        if (files.accept(host, remote, key, strict, null)) {
            return true;
        }
        String name = known(host);
        refused =
                new Refused(
                        name,
                        KeyUtils.getFingerPrint(BuiltinDigests.sha256, key),
                        name + " " + PublicKeyEntry.toString(key),
                        !files.lookup(host, remote, strict).isEmpty());
        return false;
    }

    /// {@return `host:port` as `known_hosts` writes it}
    private static String known(String address) {
        int colon = address.lastIndexOf(':');
        boolean port = colon > 0 && address.indexOf(':') == colon;
        if (address.startsWith("[") || !port) {
            return address;
        }
        String number = address.substring(colon + 1);
        String host = address.substring(0, colon);
        return number.equals("22") ? host : "[" + host + "]:" + number;
    }

    /// The configuration, with its answer to what is unknown replaced.
    private record Strict(Configuration written) implements Configuration {
        @Override
        public List<String> getUserKnownHostsFiles() {
            return written.getUserKnownHostsFiles();
        }

        @Override
        public List<String> getGlobalKnownHostsFiles() {
            return written.getGlobalKnownHostsFiles();
        }

        @Override
        public StrictHostKeyChecking getStrictHostKeyChecking() {
            return StrictHostKeyChecking.REQUIRE_MATCH;
        }

        @Override
        public boolean getHashKnownHosts() {
            return written.getHashKnownHosts();
        }

        @Override
        public String getUsername() {
            return written.getUsername();
        }
    }
}
