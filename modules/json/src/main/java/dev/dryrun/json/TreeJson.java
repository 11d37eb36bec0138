package dev.dryrun.json;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Roots and nodes of a [HashTree] as JSON: what their hashes are taken of, and what stores hold.
public final class TreeJson {

    private static final long FORMAT = 1;
    private static final int REFERENCE_PARTS = 3;

    private TreeJson() {}

    /// A root, without what hangs under it.
    ///
    /// @param stream the stream's word
    /// @param nodes the hashes of its nodes, by bucket
    public record Root(String stream, List<ContentHash> nodes) {

        /// Copies the nodes.
        public Root {
            nodes = List.copyOf(nodes);
        }
    }

    /// {@return the root as JSON}
    ///
    /// @param root any
    public static JsonObject toJson(Root root) {
        return JsonObject.builder()
                .put("format", FORMAT)
                .put("stream", root.stream)
                .put("nodes", JsonArray.of(root.nodes, node -> new JsonString(node.hex())))
                .build();
    }

    /// {@return the node as JSON}
    ///
    /// @param bucket its place in the root
    /// @param entries the hash of each document, by what it is about
    public static JsonObject toJson(int bucket, SortedMap<ObjectRef, ContentHash> entries) {
        JsonArray content =
                JsonArray.of(
                        entries.entrySet(),
                        entry ->
                                new JsonArray(
                                        List.of(
                                                reference(entry.getKey()),
                                                new JsonString(entry.getValue().hex()))));
        return JsonObject.builder().put("bucket", bucket).put("objects", content).build();
    }

    /// {@return the root that the JSON describes}
    ///
    /// @param json as [#toJson(Root)] makes it
    /// @throws MalformedJsonException when it describes none
    public static Root root(JsonValue json) throws MalformedJsonException {
        Fields in = Fields.of(json);
        if (in.whole("format") != FORMAT) {
            throw Fields.wrong("format", Long.toString(FORMAT));
        }
        List<ContentHash> nodes = new ArrayList<>();
        for (String hex : in.texts("nodes")) {
            nodes.add(hash(hex));
        }
        if (nodes.size() > HashTree.BUCKETS) {
            throw Fields.wrong("nodes", "at most " + HashTree.BUCKETS);
        }
        return new Root(in.text("stream"), nodes);
    }

    /// {@return the node that the JSON describes; its hash is that of the JSON}
    ///
    /// @param json as [#toJson(int, SortedMap)] makes it
    /// @throws MalformedJsonException when it describes none
    /// @throws UnknownContentException when it names a kind of object that we do not know
    public static HashTree.Node node(JsonValue json)
            throws MalformedJsonException, UnknownContentException {
        Fields in = Fields.of(json);
        if (!(in.object().get("objects") instanceof JsonArray(List<JsonValue> elements))) {
            throw Fields.wrong("objects", "an array");
        }
        if (elements.size() > DumpReader.OBJECTS_MAX) {
            throw Fields.wrong("objects", "at most " + DumpReader.OBJECTS_MAX);
        }
        if (!SoundText.in(json)) {
            throw new MalformedJsonException("it has a text that no database can hold");
        }
        SortedMap<ObjectRef, ContentHash> entries = new TreeMap<>();
        for (JsonValue element : elements) {
            if (!(element instanceof JsonArray(List<JsonValue> pair))
                    || pair.size() != 2
                    || !(pair.getLast() instanceof JsonString(String hex))) {
                throw Fields.wrong("objects", "pairs of reference and hash");
            }
            if (entries.put(reference(pair.getFirst()), hash(hex)) != null) {
                throw new MalformedJsonException("a node has an object twice");
            }
        }
        long bucket = in.whole("bucket");
        if (bucket < 0 || bucket >= HashTree.BUCKETS) {
            throw Fields.wrong("bucket", "0 to " + (HashTree.BUCKETS - 1));
        }
        return new HashTree.Node((int) bucket, ContentHash.of(json), entries);
    }

    static JsonArray reference(ObjectRef ref) {
        return JsonArray.ofStrings(
                List.of(ref.kind().word(), ref.name().schema(), ref.name().name()));
    }

    private static ObjectRef reference(JsonValue json)
            throws MalformedJsonException, UnknownContentException {
        List<String> parts = ReadingJson.texts(json);
        if (parts.size() != REFERENCE_PARTS) {
            throw Fields.wrong("objects", "references of three parts");
        }
        Optional<ObjectKind> kind = ObjectKind.ofWord(parts.getFirst());
        if (kind.isEmpty()) {
            throw new UnknownContentException("it names a kind of object that is not known here");
        }
        try {
            return new ObjectRef(kind.get(), new QualifiedName(parts.get(1), parts.getLast()));
        } catch (IllegalArgumentException e) {
            throw Fields.wrong("objects", "references with names");
        }
    }

    private static ContentHash hash(String hex) throws MalformedJsonException {
        return ContentHash.ofHex(hex)
                .orElseThrow(() -> new MalformedJsonException("a hash is none"));
    }
}
