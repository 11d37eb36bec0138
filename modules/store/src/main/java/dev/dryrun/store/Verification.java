package dev.dryrun.store;

import dev.dryrun.json.ContentHash;
import dev.dryrun.json.DocumentJson;
import dev.dryrun.json.HashTree;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.json.UnknownContentException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SharingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads all that snapshots in a store are made of and holds it to its hashes. For one run.
public final class Verification {

    private static final int NODES_MAX = 1_024;

    private final SharedStore store;
    private final Progress progress;
    private final Set<ContentHash> roots = new HashSet<>();

    /// What was read, and what it must be about.
    private final Map<ContentHash, ObjectRef> documents = new HashMap<>();

    private final Set<String> problems = Collections.synchronizedSet(new TreeSet<>());

    /// Some of those that were read: the next snapshot has most of them too.
    private final Map<ContentHash, HashTree.Node> nodes =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ContentHash, HashTree.Node> eldest) {
                    return size() > NODES_MAX;
                }
            };

    /// Prepares one.
    ///
    /// @param store where
    /// @param progress hears how it goes on
    public Verification(SharedStore store, Progress progress) {
        this.store = store;
        this.progress = progress;
    }

    /// What was found.
    ///
    /// @param snapshots how many were looked at
    /// @param blobs how many documents, nodes, roots and manifests were read
    /// @param bytes how many bytes of them
    /// @param problems one line each; none when all is as it was pushed
    public record Result(int snapshots, int blobs, long bytes, List<String> problems) {

        /// Copies the list.
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /// {@return what was found}
    ///
    /// @param keys whose snapshots; empty for everybody's
    /// @throws SharingException when the store does not answer
    public Result run(List<SharedKey> keys) {
        List<ManifestName> names = new ArrayList<>();
        if (keys.isEmpty()) {
            names.addAll(store.manifests(""));
        }
        keys.forEach(key -> names.addAll(store.manifests(key.folder())));
        try (Workers workers = new Workers(store.traits().parallelism())) {
            for (ManifestName name : names) {
                collected(() -> verify(store.manifest(name), workers));
            }
            workers.await();
        }
        return new Result(names.size(), store.blobs(), store.bytes(), new ArrayList<>(problems));
    }

    private void verify(Manifest manifest, Workers workers) {
        if (!roots.add(manifest.root())) {
            return;
        }
        Tree tree =
                Tree.read(store, manifest, hash -> Optional.ofNullable(nodes.get(hash)), workers);
        tree.nodes().forEach(node -> nodes.put(node.hash(), node));
        tree.entries()
                .forEach((about, hash) -> {
                    ObjectRef before = documents.putIfAbsent(hash, about);
                    if (before == null) {
                        workers.submit(() -> collected(() -> verify(about, hash)));
                    } else if (!before.equals(about)) {
                        problems.add(misplaced(hash).what());
                    }
                });
    }

    private void verify(ObjectRef about, ContentHash hash) {
        byte[] raw = store.blob(hash);
        progress.moved(1, raw.length);
        try {
            if (!DocumentJson.verified(raw, hash).about().equals(about)) {
                throw store.corrupt(
                        Blob.name(hash) + " is about something else than its node says");
            }
        } catch (MalformedJsonException e) {
            throw store.corrupt(Blob.name(hash) + " is no document: " + e.getMessage());
        } catch (UnknownContentException e) {
            throw store.tooNew(Blob.name(hash), e);
        }
    }

    private SharingException misplaced(ContentHash hash) {
        return store.corrupt(Blob.name(hash) + " is about something else than its node says");
    }

    /// What is wrong with one thing does not end the looking at others.
    private void collected(Runnable work) {
        try {
            work.run();
        } catch (SharingException e) {
            if (e.code() != ErrorCode.STORE_CORRUPT && e.code() != ErrorCode.STORE_TOO_NEW) {
                throw e;
            }
            problems.add(e.what());
        }
    }
}
