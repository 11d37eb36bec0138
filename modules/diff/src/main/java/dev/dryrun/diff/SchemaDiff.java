package dev.dryrun.diff;

import dev.dryrun.history.SnapshotReader;
import dev.dryrun.json.ContentHash;
import dev.dryrun.json.DocumentJson;
import dev.dryrun.json.HashTree;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SchemaDelta;
import dev.dryrun.model.Stream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Compares two states of a schema. Stateless.
///
/// What is compared are the documents that the hash is made of, so a delta is empty exactly when
/// both hashes are equal.
public final class SchemaDiff {

    private SchemaDiff() {}

    /// {@return what differs between two stored snapshots, of which nothing else is known}
    ///
    /// @param from the earlier one, as a rule
    /// @param to another of the same file
    public static SchemaDelta between(SnapshotReader from, SnapshotReader to) {
        return between(from, to, Set.of(), SameObjects.unknown());
    }

    /// {@return what differs between two stored snapshots}
    ///
    /// Costs what differs: of what both share nothing is read.
    ///
    /// @param from the earlier one, as a rule
    /// @param to another of the same file
    /// @param unread kinds that one of them could not read: none of these is compared
    /// @param same which objects are which
    public static SchemaDelta between(
            SnapshotReader from, SnapshotReader to, Set<ObjectKind> unread, SameObjects same) {
        Map<ObjectRef, Document> before = new TreeMap<>();
        Map<ObjectRef, Document> after = new TreeMap<>();
        if (!from.snapshot().hash().equals(to.snapshot().hash())) {
            from.differing(to, document -> before.put(document.about(), document));
            to.differing(from, document -> after.put(document.about(), document));
        }
        before.keySet().removeIf(ref -> unread.contains(ref.kind()));
        after.keySet().removeIf(ref -> unread.contains(ref.kind()));
        return new DeltaMaker(new SchemaSide.Stored(from), new SchemaSide.Stored(to), same)
                .delta(differences(before, after));
    }

    /// {@return what differs between a stored snapshot and a schema that was just read}
    ///
    /// @param from the stored one
    /// @param documents masked as a capture is, no two about the same
    /// @param unread kinds that one of them could not read: none of these is compared
    /// @param same which objects are which
    public static SchemaDelta against(
            SnapshotReader from,
            List<? extends Document> documents,
            Set<ObjectKind> unread,
            SameObjects same) {
        Map<ObjectRef, Document> live = new HashMap<>();
        documents.forEach(document -> live.put(document.about(), document));
        Map<ObjectRef, String> hashes = from.hashes();
        Map<ObjectRef, Document> before = new TreeMap<>();
        Map<ObjectRef, Document> after = new TreeMap<>();
        live.forEach((ref, document) -> {
            String hash = hashes.remove(ref);
            if (!ContentHash.of(DocumentJson.toJson(document)).hex().equals(hash)) {
                after.put(ref, document);
                from.document(ref).ifPresent(old -> before.put(ref, old));
            }
        });
        hashes.keySet().removeIf(ref -> unread.contains(ref.kind()));
        hashes.keySet().forEach(ref -> from.document(ref).ifPresent(old -> before.put(ref, old)));
        before.keySet().removeIf(ref -> unread.contains(ref.kind()));
        after.keySet().removeIf(ref -> unread.contains(ref.kind()));
        return new DeltaMaker(new SchemaSide.Stored(from), new SchemaSide.Live(live), same)
                .delta(differences(before, after));
    }

    /// {@return the hash that a snapshot of these documents would have, 64 hexadecimal digits}
    ///
    /// @param documents no two about the same
    public static String hash(List<? extends Document> documents) {
        Map<ObjectRef, ContentHash> hashes = new HashMap<>();
        documents.forEach(document ->
                hashes.put(document.about(), ContentHash.of(DocumentJson.toJson(document))));
        return HashTree.of(new Stream.Schema().word(), hashes).root().hex();
    }

    /// {@return what differs between two schemas in memory, of which nothing else is known}
    ///
    /// @param before the documents of one, by what they are about
    /// @param after those of the other
    public static SchemaDelta between(
            Map<ObjectRef, Document> before, Map<ObjectRef, Document> after) {
        return between(before, after, SameObjects.unknown());
    }

    /// {@return what differs between two schemas in memory}
    ///
    /// @param before the documents of one, by what they are about
    /// @param after those of the other
    /// @param same which objects are which
    public static SchemaDelta between(
            Map<ObjectRef, Document> before, Map<ObjectRef, Document> after, SameObjects same) {
        Map<ObjectRef, Document> ones = new TreeMap<>(before);
        Map<ObjectRef, Document> others = new TreeMap<>(after);
        ones.entrySet().removeIf(one -> one.getValue().equals(after.get(one.getKey())));
        others.entrySet().removeIf(one -> one.getValue().equals(before.get(one.getKey())));
        return new DeltaMaker(new SchemaSide.Live(before), new SchemaSide.Live(after), same)
                .delta(differences(ones, others));
    }

    private static List<Difference> differences(
            Map<ObjectRef, Document> before, Map<ObjectRef, Document> after) {
        Set<ObjectRef> refs = new TreeSet<>(before.keySet());
        refs.addAll(after.keySet());
        List<Difference> differences = new ArrayList<>();
        for (ObjectRef ref : refs) {
            Document then = before.get(ref);
            Document now = after.get(ref);
            if (then != null && now != null) {
                differences.add(Difference.changed(then, now));
            } else if (then != null) {
                differences.add(Difference.removed(then));
            } else if (now != null) {
                differences.add(Difference.added(now));
            }
        }
        return differences;
    }
}
