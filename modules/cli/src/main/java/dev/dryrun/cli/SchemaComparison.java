package dev.dryrun.cli;

import dev.dryrun.diff.SameObjects;
import dev.dryrun.diff.SchemaDiff;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReader;
import dev.dryrun.masking.ColumnMap;
import dev.dryrun.masking.DefinitionLinks;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectIdentities;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SchemaDelta;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What differs between two states of a schema, and not between the policies that masked them.
///
/// Where the policies differ, the constants that stand in definitions say nothing about the schema:
/// one side may have a value where the other has the mask. Then all constants are taken out of
/// both.
///
/// @param delta what differs
/// @param warnings one line each
public record SchemaComparison(SchemaDelta delta, List<String> warnings) {

    private static final String ANOTHER_POLICY =
            "the masking policy is another: constants in definitions are not compared";

    /// Copies what it is given.
    public SchemaComparison {
        warnings = List.copyOf(warnings);
    }

    /// {@return what differs between two stored snapshots}
    ///
    /// @param file holds both
    /// @param from the earlier one, as a rule
    /// @param to the other
    static SchemaComparison between(HistoryFile file, SnapshotInfo from, SnapshotInfo to) {
        CapturedWith before = CapturedWith.of(file, from);
        CapturedWith after = CapturedWith.of(file, to);
        SameObjects same = before.same(after);
        Unread unread = before.unread().and(after.unread());
        SnapshotReader one = file.read(from);
        SnapshotReader other = file.read(to);
        return samePolicy(from, to.masking())
                ? new SchemaComparison(
                        SchemaDiff.between(one, other, unread.kinds(), same), unread.warnings())
                : withoutConstants(
                        objects(one, unread.kinds()), objects(other, unread.kinds()), same, unread);
    }

    /// {@return what differs between a stored snapshot and a schema that was just read}
    ///
    /// @param file holds the stored one
    /// @param from which that is
    /// @param live what was read
    public static SchemaComparison against(HistoryFile file, SnapshotInfo from, LiveObjects live) {
        CapturedWith before = CapturedWith.of(file, from);
        SameObjects same = before.same(live.server(), live.identities());
        Unread unread = before.unread().and(live.unread());
        SnapshotReader one = file.read(from);
        return samePolicy(from, live.masking())
                ? new SchemaComparison(
                        SchemaDiff.against(one, live.objects(), unread.kinds(), same),
                        unread.warnings())
                : withoutConstants(
                        objects(one, unread.kinds()),
                        live.objects().stream()
                                .filter(object -> !unread.kinds().contains(object.about().kind()))
                                .toList(),
                        same,
                        unread);
    }

    /// A schema that was just read.
    ///
    /// @param server where
    /// @param objects masked as a capture is, no two about the same
    /// @param identities what the server knows them by; none where it does not say
    /// @param masking how they are masked
    /// @param unread what could not be read
    public record LiveObjects(
            ServerInfo server,
            List<SchemaObject> objects,
            List<ObjectIdentities> identities,
            AppliedMasking masking,
            Unread unread) {

        /// Copies what it is given.
        public LiveObjects {
            objects = List.copyOf(objects);
            identities = List.copyOf(identities);
        }
    }

    private static boolean samePolicy(SnapshotInfo from, @Nullable AppliedMasking to) {
        return policy(from.masking()).equals(policy(to));
    }

    private static String policy(@Nullable AppliedMasking masking) {
        String policy = masking == null ? null : masking.policy();
        return policy == null ? "" : policy;
    }

    private static List<SchemaObject> objects(SnapshotReader reader, Set<ObjectKind> unread) {
        List<SchemaObject> objects = new ArrayList<>();
        for (ObjectRef ref : reader.refs()) {
            if (!unread.contains(ref.kind())
                    && reader.document(ref).orElse(null) instanceof SchemaObject object) {
                objects.add(object);
            }
        }
        return objects;
    }

    private static SchemaComparison withoutConstants(
            List<SchemaObject> before, List<SchemaObject> after, SameObjects same, Unread unread) {
        ColumnMap columns = new ColumnMap();
        DefinitionLinks links = new DefinitionLinks(columns);
        before.forEach(links::add);
        after.forEach(links::add);
        Masker masker = Masker.ofEverything(columns);
        List<String> warnings = new ArrayList<>(unread.warnings());
        warnings.add(ANOTHER_POLICY);
        return new SchemaComparison(
                SchemaDiff.between(masked(before, masker), masked(after, masker), same), warnings);
    }

    private static Map<ObjectRef, Document> masked(List<SchemaObject> objects, Masker masker) {
        Map<ObjectRef, Document> masked = new TreeMap<>();
        objects.forEach(object -> masked.put(object.about(), masker.mask(object).document()));
        return masked;
    }
}
