package dev.dryrun.plugins.s3store;

import dev.dryrun.contracts.SnapshotStoreContract;
import dev.dryrun.plugins.s3server.S3Server;
import dev.dryrun.store.spi.SnapshotStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;

/// What every store has to pass.
@ExtendWith(Servers.class)
final class S3ContractTest extends SnapshotStoreContract {

    private final S3Server server;
    private final String ref = Addresses.newRef();

    S3ContractTest(S3Server server) {
        this.server = server;
    }

    @Override
    protected SnapshotStore open() {
        return new FinishedUploads(
                new S3StoreType()
                        .open(
                                Addresses.address(
                                        ref,
                                        Map.of("endpoint", server.endpoint()),
                                        Addresses.keys(server))));
    }

    @Override
    protected void overwrite(String name, byte[] content) throws Exception {
        Files.write(Servers.file(ref, name), content);
    }

    /// One page and a bit, or all of them.
    @Override
    protected int entries() {
        return Boolean.getBoolean("dryrun.test.all") ? 10_000 : 1_010;
    }

    /// A request that is cut off leaves nothing on S3; this is what a stranger might leave.
    @Override
    protected int abandonUpload() {
        open().put("tmp/0af6", "{".getBytes(StandardCharsets.UTF_8));
        return 1;
    }
}
