package dev.dryrun.store.file;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.SnapshotStoreType;
import dev.dryrun.store.spi.StoreAddress;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// `file`: a folder, on this machine or mounted.
public final class FileStoreType implements SnapshotStoreType {

    /// For [java.util.ServiceLoader].
    public FileStoreType() {}

    @Override
    public String name() {
        return "file";
    }

    @Override
    public SnapshotStore open(StoreAddress address) {
        String ref = address.ref();
        if (ref.isBlank()) {
            throw invalid("the address names no folder", null);
        }
        try {
            Path path = ref.startsWith("//") ? Path.of(URI.create("file:" + ref)) : Path.of(ref);
            return new FileStore(address.base().resolve(path).normalize());
        } catch (InvalidPathException e) {
            throw invalid("'" + ref + "' is no path: " + e.getReason(), e);
        } catch (IllegalArgumentException e) {
            throw invalid("'" + ref + "' is no folder of this machine", e);
        }
    }

    private static StoreException invalid(String message, @Nullable Exception cause) {
        String hint = "write ref = \"/path/of/the/folder\", or a path beside dryrun.toml";
        return new StoreException(Kind.INVALID, message, hint, cause);
    }
}
