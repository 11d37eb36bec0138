package dev.dryrun.store;

import dev.dryrun.json.ContentHash;
import dev.dryrun.json.Json;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.json.UnknownContentException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.SharingException;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.SnapshotStoreType;
import dev.dryrun.store.spi.StoreAddress;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StorePage;
import dev.dryrun.store.spi.StoreTraits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// An open place that snapshots are shared in: the same tree of hashes as `history.db` has, as
/// `docs/reference/store-format.md` describes.
///
/// Whatever comes out of it was held to its hash. Safe for as many threads as the store says.
public final class SharedStore implements AutoCloseable {

    private static final int PAGE = 1_000;

    /// An upload that nobody has touched for so long is nobody's.
    private static final Duration ABANDONED = Duration.ofDays(2);

    private static final String PUSH_AGAIN =
            "nothing was taken from it; push it again with --full from where it is whole";

    private final SnapshotStore store;
    private final String title;
    private final StoreTraits traits;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger blobs = new AtomicInteger();

    private SharedStore(SnapshotStore store, String title) {
        this.store = store;
        this.title = title;
        this.traits = guarded(store::traits);
    }

    /// {@return the place}
    ///
    /// @param type what kind it is
    /// @param address where it is
    /// @param title how messages call it, as in `remote "team"`
    /// @throws SharingException when the address cannot be understood
    public static SharedStore open(SnapshotStoreType type, StoreAddress address, String title) {
        return new SharedStore(guarded(title, () -> type.open(address)), title);
    }

    /// {@return how messages call it}
    public String title() {
        return title;
    }

    /// {@return what a person would want to know of it, one line}
    ///
    /// @throws SharingException when it does not answer as it should
    public String check() {
        return guarded(store::check);
    }

    /// {@return how many bytes have moved, as they travel}
    public long bytes() {
        return bytes.get();
    }

    /// {@return how many blobs have moved}
    public int blobs() {
        return blobs.get();
    }

    @Override
    public void close() {
        guarded(() -> {
            store.close();
            return true;
        });
    }

    /// {@return all that have a snapshot here, as the store calls them on both sides}
    ///
    /// @param own the one that this side may call otherwise
    /// @throws SharingException STORE_CORRUPT when a key is too long for its name and its manifest
    ///   cannot be read
    public List<SharedKey> keys(SharedKey own) {
        Map<String, ManifestName> folders = new LinkedHashMap<>();
        manifests("").forEach(name -> folders.put(name.folder(), name));
        List<SharedKey> keys = new ArrayList<>();
        for (Map.Entry<String, ManifestName> folder : folders.entrySet()) {
            if (own.folder().equals(folder.getKey() + "/")) {
                keys.add(own);
            } else {
                keys.add(new SharedKey(key(folder.getKey(), folder.getValue())));
            }
        }
        return keys;
    }

    private SnapshotKey key(String folder, ManifestName newest) {
        int slash = folder.indexOf('/');
        Optional<String> project = SegmentName.id(folder.substring(0, slash));
        Optional<String> database = SegmentName.id(folder.substring(slash + 1));
        return project.isPresent() && database.isPresent()
                ? new SnapshotKey(project.get(), database.get())
                : manifest(newest).info().key();
    }

    StoreTraits traits() {
        return traits;
    }

    /// {@return the manifests below a folder, by name; what is not one is left out}
    ///
    /// @param folder `<project>/<database>/`, or empty for all
    List<ManifestName> manifests(String folder) {
        List<ManifestName> names = new ArrayList<>();
        forEachName(
                ManifestName.PREFIX + folder,
                name -> {
                    ManifestName.parse(name).ifPresent(names::add);
                    return true;
                });
        return names;
    }

    /// {@return the hashes of the blobs that are there}
    ///
    /// @param most no more names than this are looked at: what lies behind is left out
    Set<ContentHash> blobHashes(int most) {
        Set<ContentHash> hashes = new HashSet<>();
        int[] looked = new int[1];
        forEachName(
                Blob.FOLDER,
                name -> {
                    String digits = name.substring(name.lastIndexOf('/') + 1);
                    ContentHash.ofHex(digits)
                            .filter(hash -> Blob.name(hash).equals(name))
                            .ifPresent(hashes::add);
                    return ++looked[0] < most;
                });
        return hashes;
    }

    /// {@return the manifest of a name}
    Manifest manifest(ManifestName name) {
        byte[] read =
                get(name.name(), Manifest.BYTES_MAX)
                        .orElseThrow(() ->
                                new SharingException(
                                        ErrorCode.STORE_MISSING,
                                        title + ": " + name.name() + " is gone",
                                        "it was deleted meanwhile; run the command again"));
        if (!name.names(read)) {
            throw corrupt(name.name() + " has other content than its name says");
        }
        try {
            Manifest manifest = Manifest.read(read);
            if (!ManifestName.of(manifest).equals(name)) {
                throw corrupt(name.name() + " is another snapshot's than its name says");
            }
            return manifest;
        } catch (MalformedJsonException e) {
            throw corrupt(name.name() + " is not what it should be: " + e.getMessage());
        } catch (UnknownContentException e) {
            throw tooNew(name.name(), e);
        }
    }

    /// Writes a manifest.
    boolean put(Manifest manifest) {
        return put(ManifestName.of(manifest).name(), manifest.bytes());
    }

    /// Writes a blob, unless it is there.
    ///
    /// @param raw its bytes, which have the hash
    boolean put(ContentHash hash, byte[] raw) {
        if (raw.length > Blob.BYTES_MAX) {
            throw new SharingException(
                    ErrorCode.STORE_REFUSED,
                    title + ": a document of " + raw.length + " bytes is too large to share",
                    "the largest that is shared has " + Blob.BYTES_MAX);
        }
        return put(Blob.name(hash), Blob.pack(raw));
    }

    /// {@return the bytes with a hash}
    ///
    /// @throws SharingException STORE_CORRUPT when they are missing or others
    byte[] blob(ContentHash hash) {
        return unpacked(hash, packed(hash));
    }

    /// {@return the bytes with a hash, compressed as they came and not looked into}
    byte[] packed(ContentHash hash) {
        return get(Blob.name(hash), Blob.PACKED_MAX)
                .orElseThrow(() -> corrupt(Blob.name(hash) + " is missing"));
    }

    /// {@return the bytes with a hash}
    byte[] unpacked(ContentHash hash, byte[] packed) {
        try {
            return Blob.unpack(packed, hash);
        } catch (Blob.DamagedException e) {
            throw corrupt(Blob.name(hash) + " " + e.getMessage());
        }
    }

    /// {@return the JSON with a hash}
    JsonValue json(ContentHash hash) {
        byte[] raw = blob(hash);
        try {
            JsonValue json = Json.parse(new String(raw, StandardCharsets.UTF_8));
            if (!ContentHash.of(json).equals(hash)) {
                throw corrupt(Blob.name(hash) + " is not in its canonical form");
            }
            return json;
        } catch (MalformedJsonException e) {
            throw corrupt(Blob.name(hash) + " is not what it should be: " + e.getMessage());
        }
    }

    void flush() {
        guarded(() -> {
            store.flush();
            return true;
        });
    }

    /// Removes what uploads have left behind. What cannot be removed is somebody else's to remove.
    void sweep() {
        try {
            guarded(() -> store.sweep(Instant.now().minus(ABANDONED)));
        } catch (SharingException e) {
            System.getLogger(SharedStore.class.getName())
                    .log(System.Logger.Level.DEBUG, "{0}: not swept: {1}", title, e.what());
        }
    }

    SharingException corrupt(String what) {
        return new SharingException(ErrorCode.STORE_CORRUPT, title + ": " + what, PUSH_AGAIN);
    }

    SharingException tooNew(String name, UnknownContentException e) {
        return new SharingException(
                ErrorCode.STORE_TOO_NEW,
                title + ": " + name + " is of a newer DryRun: " + e.getMessage(),
                "install a newer DryRun",
                e);
    }

    /// What is looked at in turn, until it says false.
    private interface Visitor {
        boolean visit(String name);
    }

    private void forEachName(String prefix, Visitor visitor) {
        String after = "";
        while (true) {
            String from = after;
            List<StorePage.Entry> entries = guarded(() -> store.list(prefix, from, PAGE)).entries();
            for (StorePage.Entry entry : entries) {
                if (entry.name().compareTo(after) <= 0 || !entry.name().startsWith(prefix)) {
                    throw corrupt("its list of names is out of order");
                }
                after = entry.name();
                if (!visitor.visit(entry.name())) {
                    return;
                }
            }
            if (entries.size() < PAGE) {
                return;
            }
        }
    }

    private boolean put(String name, byte[] content) {
        boolean written = guarded(() -> store.put(name, content));
        if (written) {
            blobs.incrementAndGet();
            bytes.addAndGet(content.length);
        }
        return written;
    }

    private Optional<byte[]> get(String name, int limitBytes) {
        Optional<byte[]> read = guarded(() -> store.get(name, limitBytes));
        read.ifPresent(content -> {
            blobs.incrementAndGet();
            bytes.addAndGet(content.length);
        });
        return read;
    }

    private <T> T guarded(Supplier<T> work) {
        return guarded(title, work);
    }

    /// A plugin's failures become ours.
    private static <T> T guarded(String title, Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException e) {
            throw new SharingException(code(e.kind()), title + ": " + e.getMessage(), e.hint(), e);
        } catch (RuntimeException | LinkageError e) {
            throw new SharingException(
                    ErrorCode.PLUGIN_INVALID,
                    title + ": the store's plugin failed: " + e,
                    "run again with --debug, and report it to the plugin's author",
                    e);
        }
    }

    private static ErrorCode code(StoreException.Kind kind) {
        return switch (kind) {
            case INVALID -> ErrorCode.CONFIG_INVALID;
            case MISSING -> ErrorCode.STORE_MISSING;
            case UNREACHABLE -> ErrorCode.STORE_UNREACHABLE;
            case DENIED, FULL -> ErrorCode.STORE_REFUSED;
            case DAMAGED -> ErrorCode.STORE_CORRUPT;
            case INTERRUPTED, FAILED -> ErrorCode.STORE_FAILED;
        };
    }
}
