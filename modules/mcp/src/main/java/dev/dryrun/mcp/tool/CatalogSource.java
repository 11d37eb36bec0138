package dev.dryrun.mcp.tool;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.DryrunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The newest catalog, looked for again at every call: what was captured while the server runs is
/// there at the next one. Opens nothing before the first call. For one thread.
final class CatalogSource implements AutoCloseable {

    private final Supplier<Tools.Location> location;
    private @Nullable Opened opened;

    private record Opened(Catalog catalog, List<Stamp> stamps) {}

    /// What tells that a file is another, or has changed.
    private record Stamp(@Nullable Object fileKey, @Nullable FileTime modifiedAt, long size) {}

    /// Makes one.
    ///
    /// @param location asked at every call; may throw a [DryrunException]
    CatalogSource(Supplier<Tools.Location> location) {
        this.location = location;
    }

    /// {@return the newest catalog; good until the next call}
    ///
    /// @throws DryrunException when there is none, or it cannot be read
    Catalog current() {
        Tools.Location now = location.get();
        List<Stamp> stamps = stamps(now.historyFile());
        if (opened != null && opened.stamps().equals(stamps)) {
            return opened.catalog();
        }
        close();
        Catalog catalog = Catalog.open(now.historyFile(), now.key());
        opened = new Opened(catalog, stamps);
        return catalog;
    }

    @Override
    public void close() {
        Opened before = opened;
        opened = null;
        if (before != null) {
            before.catalog().close();
        }
    }

    /// The file, and the log that a writer keeps beside it until it is folded in. Looked at before
    /// the file is opened, so that a change in between is seen at the next call.
    private static List<Stamp> stamps(Path file) {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        List<Stamp> stamps = new ArrayList<>();
        for (Path path : List.of(file, log)) {
            try {
                BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
                stamps.add(new Stamp(is.fileKey(), is.lastModifiedTime(), is.size()));
            } catch (IOException _) {
                stamps.add(new Stamp(null, null, -1));
            }
        }
        return stamps;
    }
}
