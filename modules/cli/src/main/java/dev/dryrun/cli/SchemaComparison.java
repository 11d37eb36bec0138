package dev.dryrun.cli;

import dev.dryrun.diff.SchemaDiff;
import dev.dryrun.history.SnapshotReader;
import dev.dryrun.masking.ColumnMap;
import dev.dryrun.masking.DefinitionLinks;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SchemaDelta;
import dev.dryrun.model.SchemaObject;
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
    /// @param from the earlier one, as a rule
    /// @param to another of the same file
    static SchemaComparison between(SnapshotReader from, SnapshotReader to) {
        return samePolicy(from.snapshot(), to.snapshot().masking())
                ? new SchemaComparison(SchemaDiff.between(from, to), List.of())
                : withoutConstants(objects(from, Set.of()), objects(to, Set.of()));
    }

    /// {@return what differs between a stored snapshot and a schema that was just read}
    ///
    /// @param from the stored one
    /// @param objects masked as a capture is, no two about the same
    /// @param masking how
    /// @param unread kinds that could not be read: what was stored of them is not compared
    public static SchemaComparison against(
            SnapshotReader from,
            List<SchemaObject> objects,
            AppliedMasking masking,
            Set<ObjectKind> unread) {
        return samePolicy(from.snapshot(), masking)
                ? new SchemaComparison(SchemaDiff.against(from, objects, unread), List.of())
                : withoutConstants(objects(from, unread), objects);
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
            List<SchemaObject> before, List<SchemaObject> after) {
        ColumnMap columns = new ColumnMap();
        DefinitionLinks links = new DefinitionLinks(columns);
        before.forEach(links::add);
        after.forEach(links::add);
        Masker masker = Masker.ofEverything(columns);
        return new SchemaComparison(
                SchemaDiff.between(masked(before, masker), masked(after, masker)),
                List.of(ANOTHER_POLICY));
    }

    private static Map<ObjectRef, Document> masked(List<SchemaObject> objects, Masker masker) {
        Map<ObjectRef, Document> masked = new TreeMap<>();
        objects.forEach(object -> masked.put(object.about(), masker.mask(object).document()));
        return masked;
    }
}
