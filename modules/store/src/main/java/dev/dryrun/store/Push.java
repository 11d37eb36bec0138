package dev.dryrun.store;

import dev.dryrun.history.BoundSnapshot;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.TreeReader;
import dev.dryrun.json.ContentHash;
import dev.dryrun.json.Json;
import dev.dryrun.json.TreeJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Copies what a store does not have from `history.db`, as it is.
///
/// A snapshot's manifest is written after all that it names is safe: who dies on the way leaves
/// blobs that nobody names yet, and who pushes again goes on from there. For one run.
public final class Push {

    /// From so many blobs on, asking which are there costs less than offering each.
    private static final int WORTH_LISTING = 64;

    /// How many names a page of the list has, and so how many offers it may save.
    private static final int NAMES_FOR_EACH = 250;

    /// Older roots have little in common with what is new; a blob that is offered twice is not
    /// written twice.
    private static final int BASES_MAX = 8;

    private final HistoryFile history;
    private final TreeReader tree;
    private final SharedStore store;
    private final Progress progress;
    private final Transferred.Count count = new Transferred.Count();

    /// What this run has written, or has seen there.
    private final Set<ContentHash> there = new HashSet<>();

    private boolean listed;

    /// Prepares a push.
    ///
    /// @param history from where
    /// @param store to where
    /// @param progress hears how it goes on
    public Push(HistoryFile history, SharedStore store, Progress progress) {
        this.history = history;
        this.tree = history.tree();
        this.store = store;
        this.progress = progress;
    }

    /// {@return what was copied}
    ///
    /// @param keys whose snapshots
    /// @param full whether every blob is looked for, also of snapshots that are there: it mends
    ///   what was lost
    public Transferred run(List<SharedKey> keys, boolean full) {
        int blobsBefore = store.blobs();
        long bytesBefore = store.bytes();
        try (Workers workers = new Workers(store.traits().parallelism())) {
            for (SharedKey key : keys) {
                push(key, full, workers);
            }
            if (store.traits().atomicFlush()) {
                store.flush();
            }
        }
        store.sweep();
        return new Transferred(
                count.lines(), store.blobs() - blobsBefore, store.bytes() - bytesBefore, List.of());
    }

    private void push(SharedKey key, boolean full, Workers workers) {
        Set<String> names = new HashSet<>();
        store.manifests(key.folder()).forEach(name -> names.add(name.name()));
        // Of each stream, the roots that are there, newest last.
        Map<String, List<ContentHash>> bases = new LinkedHashMap<>();
        List<Manifest> missing = new ArrayList<>();
        for (BoundSnapshot snapshot : history.bound(key.local())) {
            Manifest manifest = Manifest.of(snapshot, key.remote());
            String stream = snapshot.info().stream().word();
            boolean known = names.contains(ManifestName.of(manifest).name());
            if (known && !full) {
                bases.computeIfAbsent(stream, _ -> new ArrayList<>()).add(manifest.root());
            } else {
                missing.add(manifest);
            }
            count.add(key.local(), stream, !known);
        }
        for (Manifest manifest : missing) {
            String stream = manifest.info().stream().word();
            List<ContentHash> base = bases.computeIfAbsent(stream, _ -> new ArrayList<>());
            push(manifest, base, workers);
            base.add(manifest.root());
        }
        if (!missing.isEmpty() && !store.traits().atomicFlush()) {
            store.flush();
        }
    }

    /// Writes all that a snapshot names, then its manifest.
    private void push(Manifest manifest, List<ContentHash> base, Workers workers) {
        if (!base.contains(manifest.root())) {
            blobs(manifest, newest(base), workers);
            workers.await();
            if (!store.traits().atomicFlush()) {
                store.flush();
            }
        }
        if (store.put(manifest)) {
            progress.moved(1, manifest.bytes().length);
        }
    }

    private void blobs(Manifest manifest, Collection<ContentHash> base, Workers workers) {
        String stream = manifest.info().stream().word();
        TreeJson.Root root = tree.root(stream, manifest.root());
        List<ContentHash> nodes = tree.newNodes(manifest.root(), base);
        Map<ContentHash, List<ContentHash>> documents = new LinkedHashMap<>();
        int offered = 1 + nodes.size();
        for (ContentHash node : nodes) {
            List<ContentHash> fresh = tree.newDocuments(node, base);
            documents.put(node, fresh);
            offered += fresh.size();
        }
        if (offered >= WORTH_LISTING && !listed) {
            there.addAll(store.blobHashes(offered * NAMES_FOR_EACH));
            listed = true;
        }
        documents.forEach((node, fresh) -> {
            fresh.forEach(hash -> put(hash, () -> tree.document(hash), workers));
            put(node, () -> node(node), workers);
        });
        put(manifest.root(), () -> Json.canonical(TreeJson.toJson(root)), workers);
    }

    /// Reads here, as the file is one thread's; compresses and writes in another.
    private void put(ContentHash hash, Supplier<byte[]> content, Workers workers) {
        if (!there.add(hash)) {
            return;
        }
        byte[] raw = content.get();
        workers.submit(() -> {
            if (store.put(hash, raw)) {
                progress.moved(1, raw.length);
            }
        });
    }

    private byte[] node(ContentHash hash) {
        return tree.node(hash)
                .map(node -> Json.canonical(TreeJson.toJson(node.bucket(), node.objects())))
                .orElseThrow(() -> new IllegalStateException("the node was there"));
    }

    private static List<ContentHash> newest(List<ContentHash> base) {
        return base.subList(Math.max(0, base.size() - BASES_MAX), base.size());
    }
}
