package dev.dryrun.json;

import dev.dryrun.model.ObjectRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A snapshot's documents as a tree of hashes: a root, at most [#BUCKETS] nodes, the objects.
///
/// Equal sets of documents have equal trees, whatever order they came in. One changed document
/// changes its object, its node and the root, nothing else.
///
/// @param root the hash that names the whole
/// @param nodes those that hold something, by bucket
public record HashTree(ContentHash root, List<Node> nodes) {

    /// How many nodes a tree has at the most: enough that one change moves little, few enough that
    /// a root stays small.
    public static final int BUCKETS = 64;

    private static final int BITS_LEFT_OF_A_BYTE = 2;

    public HashTree {
        nodes = List.copyOf(nodes);
    }

    /// The documents whose references fall into one bucket.
    ///
    /// @param bucket 0 to [#BUCKETS] - 1
    /// @param hash names its entries
    /// @param objects the hash of each document, by what it is about
    public record Node(int bucket, ContentHash hash, SortedMap<ObjectRef, ContentHash> objects) {
        public Node {
            objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
        }
    }

    /// {@return the bucket that documents about this object belong to}
    ///
    /// @param ref what a document is about
    public static int bucket(ObjectRef ref) {
        byte first = CompactWriter.sha256(TreeJson.reference(ref))[0];
        return (first & 0xff) >> BITS_LEFT_OF_A_BYTE;
    }

    /// {@return the tree over these documents}
    ///
    /// @param stream the stream's word, part of the root so that streams never share one
    /// @param objects the hash of each document, by what it is about
    public static HashTree of(String stream, Map<ObjectRef, ContentHash> objects) {
        Builder builder = builder(stream);
        objects.forEach((ref, hash) -> builder.add(bucket(ref), ref, hash));
        return builder.build();
    }

    /// {@return a builder of a tree over no documents}
    ///
    /// @param stream the stream's word, part of the root so that streams never share one
    public static Builder builder(String stream) {
        return new Builder(stream);
    }

    /// Takes documents whose buckets are known. For one thread.
    public static final class Builder {

        private final String stream;
        private final Map<Integer, SortedMap<ObjectRef, ContentHash>> buckets = new TreeMap<>();

        private Builder(String stream) {
            this.stream = stream;
        }

        /// Adds a document.
        ///
        /// @param bucket what [HashTree#bucket] says of the reference
        /// @param ref what it is about
        /// @param hash its hash
        public void add(int bucket, ObjectRef ref, ContentHash hash) {
            buckets.computeIfAbsent(bucket, _ -> new TreeMap<>()).put(ref, hash);
        }

        /// {@return the tree over the documents}
        public HashTree build() {
            List<Node> nodes = new ArrayList<>();
            buckets.forEach((bucket, entries) -> nodes.add(node(bucket, entries)));
            TreeJson.Root root = new TreeJson.Root(stream, nodes.stream().map(Node::hash).toList());
            return new HashTree(ContentHash.of(TreeJson.toJson(root)), nodes);
        }
    }

    private static Node node(int bucket, SortedMap<ObjectRef, ContentHash> entries) {
        return new Node(bucket, ContentHash.of(TreeJson.toJson(bucket, entries)), entries);
    }
}
