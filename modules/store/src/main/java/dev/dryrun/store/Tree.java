package dev.dryrun.store;

import dev.dryrun.json.ContentHash;
import dev.dryrun.json.HashTree;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.json.TreeJson;
import dev.dryrun.json.UnknownContentException;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SharingException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a snapshot in a store is made of, held to its manifest before a document is fetched.
///
/// @param entries the hash of each document, by what it is about
/// @param nodes all of them
record Tree(Map<ObjectRef, ContentHash> entries, Collection<HashTree.Node> nodes) {

    /// {@return the tree of a snapshot}
    ///
    /// @param store where it is
    /// @param manifest which
    /// @param known gives the nodes that need not be fetched; asked by this thread alone
    /// @param workers fetch the others
    /// @throws SharingException STORE_CORRUPT when it is not what its root says
    static Tree read(
            SharedStore store,
            Manifest manifest,
            Function<ContentHash, Optional<HashTree.Node>> known,
            Workers workers) {
        String stream = manifest.info().stream().word();
        TreeJson.Root root = root(store, manifest.root());
        Map<ObjectRef, ContentHash> entries = new HashMap<>();
        AtomicReference<@Nullable SharingException> failed = new AtomicReference<>();
        Map<ContentHash, HashTree.Node> nodes = new ConcurrentHashMap<>();
        for (ContentHash hash : root.nodes()) {
            known.apply(hash)
                    .ifPresentOrElse(
                            node -> nodes.put(hash, node),
                            () ->
                                    workers.submit(() -> {
                                        try {
                                            nodes.put(hash, node(store, hash));
                                        } catch (SharingException e) {
                                            failed.compareAndSet(null, e);
                                        }
                                    }));
        }
        workers.await();
        // Kept apart from the workers' own failures: whoever verifies goes on.
        SharingException failure = failed.get();
        if (failure != null) {
            throw failure;
        }
        nodes.values().forEach(node -> entries.putAll(node.objects()));
        // Buckets, order, stream: whatever is not as we would have made it has another root.
        if (entries.size() != manifest.info().objectCount()
                || !HashTree.of(stream, entries).root().equals(manifest.root())) {
            throw store.corrupt(
                    Blob.name(manifest.root()) + " is not the root of what hangs under it");
        }
        Set<ContentHash> documents = new HashSet<>();
        for (ContentHash document : entries.values()) {
            if (!documents.add(document)) {
                throw store.corrupt(
                        Blob.name(document) + " is about something else than its node says");
            }
        }
        return new Tree(entries, nodes.values());
    }

    private static TreeJson.Root root(SharedStore store, ContentHash hash) {
        try {
            return TreeJson.root(store.json(hash));
        } catch (MalformedJsonException e) {
            throw store.corrupt(Blob.name(hash) + " is no root: " + e.getMessage());
        }
    }

    private static HashTree.Node node(SharedStore store, ContentHash hash) {
        JsonValue json = store.json(hash);
        try {
            return TreeJson.node(json);
        } catch (MalformedJsonException e) {
            throw store.corrupt(Blob.name(hash) + " is no node: " + e.getMessage());
        } catch (UnknownContentException e) {
            throw store.tooNew(Blob.name(hash), e);
        }
    }
}
