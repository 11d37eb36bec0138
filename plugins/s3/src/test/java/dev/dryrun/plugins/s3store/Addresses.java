package dev.dryrun.plugins.s3store;

import dev.dryrun.plugins.s3server.S3Server;
import dev.dryrun.store.spi.StoreAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Addresses as a `dryrun.toml` and an environment would make them.
final class Addresses {

    /// Four attempts within a tenth of a second.
    static final Retries QUICK =
            new Retries(4, Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(40));

    private Addresses() {}

    static StoreAddress address(
            String ref, Map<String, String> options, Map<String, String> environment) {
        return new StoreAddress(
                ref,
                options,
                Path.of("").toAbsolutePath(),
                Path.of("target/cache").toAbsolutePath(),
                name -> Optional.ofNullable(environment.get(name)));
    }

    static Map<String, String> keys(S3Server server) {
        return Map.of(
                "AWS_ACCESS_KEY_ID", server.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", server.secretAccessKey());
    }

    /// {@return a prefix of the bucket that no other test has}
    static String newRef() {
        return "//" + Servers.BUCKET + "/t" + UUID.randomUUID();
    }

    static S3Store open(S3Server server, String ref) {
        return open(server, ref, Map.of("endpoint", server.endpoint()));
    }

    /// {@return a store that gives up soon}
    static S3Store open(S3Server server, String ref, Map<String, String> options) {
        return open(address(ref, options, keys(server)));
    }

    static S3Store open(StoreAddress address) {
        return new S3Store(S3Place.of(address), QUICK, address.environment());
    }

    static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }
}
