package dev.dryrun.store;

import dev.dryrun.history.BoundSnapshot;
import dev.dryrun.history.SnapshotReceiver;
import dev.dryrun.json.ContentHash;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.json.UnknownContentException;
import dev.dryrun.masking.CapturedDocuments;
import dev.dryrun.masking.Masked;
import dev.dryrun.model.Document;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SharingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Copies what `history.db` does not have from a store, as it is.
///
/// All of a snapshot is fetched and held to its hashes first; then it is written in one step. Who
/// dies on the way has the snapshots that were whole, and goes on from there. For one run.
public final class Pull {

    private final Path file;
    private final SharedStore store;
    private final Progress progress;
    private final Staging staging;
    private final Transferred.Count count = new Transferred.Count();
    private final List<String> warnings = new ArrayList<>();

    /// Prepares a pull.
    ///
    /// @param file where to: the `history.db`, which is made when something comes
    /// @param store from where
    /// @param progress hears how it goes on
    public Pull(Path file, SharedStore store, Progress progress) {
        this.file = file;
        this.store = store;
        this.progress = progress;
        this.staging = new Staging(file);
    }

    /// {@return what was copied}
    ///
    /// @param keys whose snapshots
    /// @param selection which of them
    /// @throws SharingException STORE_MISSING when the store has none of these keys'
    public Transferred run(List<SharedKey> keys, Selection selection) {
        int blobsBefore = store.blobs();
        long bytesBefore = store.bytes();
        Map<SharedKey, List<ManifestName>> names = new HashMap<>();
        keys.forEach(key -> names.put(key, store.manifests(key.folder())));
        if (names.values().stream().allMatch(List::isEmpty)) {
            String whose = keys.size() == 1 ? " of " + keys.getFirst().remote() : "";
            throw new SharingException(
                    ErrorCode.STORE_MISSING,
                    store.title() + " has no snapshot" + whose,
                    "push one with: dryrun snapshot push; see the remotes: dryrun remote list");
        }
        try (PullTarget target = new PullTarget(file);
                Workers workers = new Workers(store.traits().parallelism())) {
            for (SharedKey key : keys) {
                pull(target, key, names.getOrDefault(key, List.of()), selection, workers);
            }
        } catch (SharingException e) {
            if (e.code() == ErrorCode.STORE_CORRUPT || e.code() == ErrorCode.STORE_TOO_NEW) {
                staging.clear();
            }
            throw e;
        }
        staging.clear();
        return new Transferred(
                count.lines(), store.blobs() - blobsBefore, store.bytes() - bytesBefore, warnings);
    }

    private void pull(
            PullTarget target,
            SharedKey key,
            List<ManifestName> names,
            Selection selection,
            Workers workers) {
        Map<String, BoundSnapshot> here = new HashMap<>();
        for (BoundSnapshot snapshot : target.bound(key.local())) {
            here.put(ManifestName.of(Manifest.of(snapshot, key.remote())).name(), snapshot);
        }
        for (Manifest manifest : chosen(names, selection, here)) {
            boolean known = here.containsKey(ManifestName.of(manifest).name());
            boolean copied = !known && receive(target, manifest, key, workers);
            count.add(key.local(), manifest.info().stream().word(), copied);
        }
    }

    /// {@return what is to be there afterwards, in the order in which it can be written}
    private List<Manifest> chosen(
            List<ManifestName> names, Selection selection, Map<String, BoundSnapshot> here) {
        Map<String, ManifestName> newest = new HashMap<>();
        Map<ContentHash, ManifestName> schemas = new HashMap<>();
        Comparator<ManifestName> byTime = Comparator.comparing(ManifestName::takenAt);
        for (ManifestName name : names.stream().sorted(byTime).toList()) {
            newest.put(name.stream(), name);
            if (name.isSchema()) {
                schemas.put(name.root(), name);
            }
        }
        Map<String, Manifest> chosen = new HashMap<>();
        for (ManifestName name : names) {
            if (selection.takes(name, name.equals(newest.get(name.stream())))) {
                chosen.put(name.name(), manifest(name, here));
            }
        }
        for (Manifest manifest : List.copyOf(chosen.values())) {
            String schemaHash = manifest.snapshot().schemaHash();
            if (schemaHash == null) {
                continue;
            }
            ManifestName schema = schemas.get(new ContentHash(schemaHash));
            if (schema != null) {
                chosen.computeIfAbsent(schema.name(), _ -> manifest(schema, here));
            } else {
                chosen.remove(ManifestName.of(manifest).name());
                warnings.add(
                        "left out: the "
                                + manifest.info().stream().word()
                                + " of "
                                + manifest.info().takenAt()
                                + ", whose schema is not there");
            }
        }
        return chosen.values().stream()
                .sorted(
                        Comparator.comparing((Manifest it) -> it.snapshot().schemaHash() != null)
                                .thenComparing(it -> it.info().takenAt())
                                .thenComparing(it -> it.info().stream().word()))
                .toList();
    }

    private Manifest manifest(ManifestName name, Map<String, BoundSnapshot> here) {
        BoundSnapshot known = here.get(name.name());
        return known == null ? store.manifest(name) : new Manifest(known);
    }

    /// {@return whether it is new}
    private boolean receive(PullTarget target, Manifest manifest, SharedKey key, Workers workers) {
        CapturedDocuments door = new CapturedDocuments(manifest.info().masking());
        Map<ObjectRef, ContentHash> entries = new HashMap<>();
        if (!target.hasRoot(manifest.root())) {
            entries.putAll(Tree.read(store, manifest, target::node, workers).entries());
            fetch(missing(target, entries), door, workers);
        }
        try (SnapshotReceiver receiver = target.receive(manifest.as(key.local()))) {
            entries.forEach((about, hash) -> {
                if (!receiver.reuse(about, hash)) {
                    Optional<byte[]> staged = staging.read(hash);
                    byte[] packed = staged.orElseGet(() -> store.packed(hash));
                    receiver.add(document(door, about, hash, packed));
                }
            });
            return receiver.commit();
        }
    }

    private static Map<ObjectRef, ContentHash> missing(
            PullTarget target, Map<ObjectRef, ContentHash> entries) {
        Set<ContentHash> present = target.present(entries.values());
        Map<ObjectRef, ContentHash> missing = new HashMap<>(entries);
        missing.values().removeAll(present);
        return missing;
    }

    /// Each is looked into as it comes: what is not what it should be is known before anything is
    /// written.
    private void fetch(
            Map<ObjectRef, ContentHash> missing, CapturedDocuments door, Workers workers) {
        missing.forEach((about, hash) -> {
            if (!staging.has(hash)) {
                workers.submit(() -> {
                    byte[] packed = store.packed(hash);
                    document(door, about, hash, packed);
                    staging.write(hash, packed);
                    progress.moved(1, packed.length);
                });
            }
        });
        workers.await();
    }

    private Masked<Document> document(
            CapturedDocuments door, ObjectRef about, ContentHash hash, byte[] packed) {
        byte[] raw = store.unpacked(hash, packed);
        try {
            Masked<Document> masked = door.verified(raw, hash);
            if (!masked.document().about().equals(about)) {
                throw store.corrupt(
                        Blob.name(hash) + " is about something else than its node says");
            }
            return masked;
        } catch (MalformedJsonException e) {
            throw store.corrupt(Blob.name(hash) + " is no document: " + e.getMessage());
        } catch (UnknownContentException e) {
            throw store.tooNew(Blob.name(hash), e);
        }
    }
}
