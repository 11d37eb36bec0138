package dev.dryrun.plugins.s3store;

import dev.dryrun.contracts.SharingContract;
import dev.dryrun.contracts.SharingProcess;
import dev.dryrun.plugins.s3server.S3Server;
import dev.dryrun.store.spi.SnapshotStoreType;
import dev.dryrun.store.spi.StoreAddress;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// Real processes at one bucket, some of them killed. What a push or a pull does there is tried
/// with a folder in each run.
@ExtendWith(Servers.class)
@EnabledIfSystemProperty(named = "dryrun.test.all", matches = "true")
final class S3SharingTest extends SharingContract {

    private final S3Server server;
    private final Map<String, String> refs = new HashMap<>();

    S3SharingTest(S3Server server) {
        this.server = server;
    }

    /// The process that is tried.
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) {
            SharingProcess.run(new S3StoreType(), arguments);
        }
    }

    @Override
    protected SnapshotStoreType type() {
        return new S3StoreType();
    }

    @Override
    protected Class<?> program() {
        return Program.class;
    }

    /// Each costs two starts of the SDK.
    @Override
    protected int kills() {
        return 20;
    }

    @Override
    protected Map<String, String> environment() {
        return Addresses.keys(server);
    }

    @Override
    protected StoreAddress address(String place, String machine) {
        return Addresses.address(
                refs.computeIfAbsent(place, _ -> Addresses.newRef()),
                Map.of("endpoint", server.endpoint()),
                environment());
    }
}
