package dev.dryrun.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class HashTreeTest {

    private static final int TABLES = 1_000;

    @Test
    void theOrderOfDocumentsDoesNotMatter() {
        Map<ObjectRef, ContentHash> forward = objects();
        Map<ObjectRef, ContentHash> backward = new LinkedHashMap<>();
        forward.keySet().stream()
                .sorted(java.util.Comparator.reverseOrder())
                .forEach(ref -> backward.put(ref, hash(ref.name().name())));

        assertThat(HashTree.of("schema", backward)).isEqualTo(HashTree.of("schema", forward));
    }

    @Test
    void oneChangedDocumentChangesOneNodeAndTheRoot() {
        Map<ObjectRef, ContentHash> changed = objects();
        changed.put(table(7), hash("something else"));

        HashTree before = HashTree.of("schema", objects());
        HashTree after = HashTree.of("schema", changed);

        Set<ContentHash> fresh = hashes(after);
        fresh.removeAll(hashes(before));
        assertThat(fresh).hasSize(1);
        assertThat(after.root()).isNotEqualTo(before.root());
        assertThat(before.nodes()).hasSize(HashTree.BUCKETS);
    }

    @Test
    void streamsNeverShareARoot() {
        assertThat(HashTree.of("schema", Map.of()).root())
                .isNotEqualTo(HashTree.of("planner", Map.of()).root());
    }

    /// Whoever changes how a tree is hashed makes every stored snapshot a stranger: this root may
    /// only change together with the format's number.
    @Test
    void theHashOfAKnownTreeStaysWhatItIs() {
        assertThat(HashTree.of("schema", objects()).root().hex())
                .isEqualTo("b380290f717f9bceba0bd10d53070f016e333bbed00889113d1b709834e5e8d4");
    }

    private static Map<ObjectRef, ContentHash> objects() {
        Map<ObjectRef, ContentHash> objects = new LinkedHashMap<>();
        for (int i = 0; i < TABLES; i++) {
            objects.put(table(i), hash("t" + i));
        }
        return objects;
    }

    private static ObjectRef table(int number) {
        return new ObjectRef(ObjectKind.TABLE, new QualifiedName("public", "t" + number));
    }

    private static ContentHash hash(String text) {
        return ContentHash.of(new JsonString(text));
    }

    private static Set<ContentHash> hashes(HashTree tree) {
        return tree.nodes().stream()
                .map(HashTree.Node::hash)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
