package dev.dryrun.store;

import dev.dryrun.history.BoundSnapshot;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReceiver;
import dev.dryrun.history.TreeReader;
import dev.dryrun.json.ContentHash;
import dev.dryrun.json.HashTree;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.json.UnknownContentException;
import dev.dryrun.masking.CapturedDocuments;
import dev.dryrun.masking.Masked;
import dev.dryrun.model.Document;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SharingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Copies what `history.db` does not have from another one, as `dryrun snapshot export` writes it:
/// a pull from one file. For one run.
public final class FileImport {

    private static final String HINT = "nothing was taken from it; have it exported again";

    private final HistoryFile from;
    private final Path to;
    private final String title;
    private final Transferred.Count count = new Transferred.Count();
    private int documents;
    private long bytes;

    /// Prepares one.
    ///
    /// @param from the other file
    /// @param to this one, which is made when something comes
    /// @param title how messages call the other
    public FileImport(HistoryFile from, Path to, String title) {
        this.from = from;
        this.to = to;
        this.title = title;
    }

    /// {@return what was copied; of bytes those of documents that were not there}
    ///
    /// @param keys whose snapshots; the other file's key is the remote one
    /// @throws SharingException STORE_CORRUPT or STORE_TOO_NEW when a document is not what its hash
    ///   says; what was whole before it is there
    public Transferred run(List<SharedKey> keys) {
        try (PullTarget target = new PullTarget(to)) {
            keys.forEach(key -> take(target, key));
        }
        return new Transferred(count.lines(), documents, bytes, List.of());
    }

    private void take(PullTarget target, SharedKey key) {
        Set<String> here = new HashSet<>();
        target.bound(key.local())
                .forEach(known -> here.add(name(Manifest.of(known, key.remote()))));
        for (BoundSnapshot snapshot : from.bound(key.remote())) {
            Manifest manifest = Manifest.of(snapshot, key.remote());
            boolean copied = !here.contains(name(manifest)) && receive(target, manifest, key);
            count.add(key.local(), snapshot.info().stream().word(), copied);
        }
    }

    private static String name(Manifest manifest) {
        return ManifestName.of(manifest).name();
    }

    private boolean receive(PullTarget target, Manifest manifest, SharedKey key) {
        TreeReader tree = from.tree();
        Map<ObjectRef, ContentHash> entries = new HashMap<>();
        String stream = manifest.info().stream().word();
        for (ContentHash node : tree.root(stream, manifest.root()).nodes()) {
            tree.node(node).ifPresent(found -> entries.putAll(found.objects()));
        }
        CapturedDocuments door = new CapturedDocuments(manifest.info().masking());
        if (!target.isThere()) {
            // What is refused must not leave an empty file behind.
            entries.forEach((about, hash) -> document(tree.document(hash), door, about, hash));
            if (!HashTree.of(stream, entries).root().equals(manifest.root())) {
                throw new SharingException(
                        ErrorCode.STORE_CORRUPT,
                        title + ": a snapshot has another hash than it says",
                        HINT);
            }
        }
        try (SnapshotReceiver receiver = target.receive(manifest.as(key.local()))) {
            entries.forEach((about, hash) -> {
                if (!receiver.reuse(about, hash)) {
                    byte[] raw = tree.document(hash);
                    documents++;
                    bytes += raw.length;
                    receiver.add(document(raw, door, about, hash));
                }
            });
            return receiver.commit();
        }
    }

    private Masked<Document> document(
            byte[] raw, CapturedDocuments door, ObjectRef about, ContentHash hash) {
        try {
            Masked<Document> masked = door.verified(raw, hash);
            if (!masked.document().about().equals(about)) {
                throw new SharingException(
                        ErrorCode.STORE_CORRUPT,
                        title + ": a document is about something else than its place says",
                        HINT);
            }
            return masked;
        } catch (MalformedJsonException e) {
            throw new SharingException(
                    ErrorCode.STORE_CORRUPT,
                    title + ": a document is none: " + e.getMessage(),
                    HINT,
                    e);
        } catch (UnknownContentException e) {
            throw new SharingException(
                    ErrorCode.STORE_TOO_NEW,
                    title + " is of a newer DryRun: " + e.getMessage(),
                    "install a newer DryRun",
                    e);
        }
    }
}
