package dev.dryrun.catalog;

import dev.dryrun.history.SnapshotReader;
import dev.dryrun.model.Nearest;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the relation that a name stands for, as a session with the default `search_path` would.
///
/// @param schema where the relations are
record NameResolver(SnapshotReader schema) {

    private static final Set<ObjectKind> RELATIONS =
            Set.of(
                    ObjectKind.TABLE,
                    ObjectKind.FOREIGN_TABLE,
                    ObjectKind.VIEW,
                    ObjectKind.MATERIALIZED_VIEW);
    private static final String DEFAULT_SCHEMA = "public";
    private static final int NEAR_MAX = 5;
    private static final int AT_A_TIME = 500;

    Resolution resolve(@Nullable String schemaName, String name) {
        List<ObjectRef> named =
                schema.named(name).stream().filter(ref -> RELATIONS.contains(ref.kind())).toList();
        String wanted = schemaName == null ? DEFAULT_SCHEMA : schemaName;
        Optional<ObjectRef> found =
                named.stream().filter(ref -> ref.name().schema().equals(wanted)).findFirst();
        if (found.isPresent()) {
            return new Resolution.Found(relation(found.get()));
        }
        List<QualifiedName> elsewhere = named.stream().map(ObjectRef::name).toList();
        return new Resolution.Missing(elsewhere, elsewhere.isEmpty() ? near(name) : List.of());
    }

    private Relation relation(ObjectRef ref) {
        return schema.document(ref)
                .map(Relation.class::cast)
                .orElseThrow(() -> new IllegalStateException(ref + " was listed a moment ago"));
    }

    /// Compares so many names at a time and keeps the nearest, so that memory does not grow with
    /// the schema.
    private List<QualifiedName> near(String name) {
        List<QualifiedName> nearest = new ArrayList<>();
        schema.forEachRef(ref -> {
            if (RELATIONS.contains(ref.kind())) {
                nearest.add(ref.name());
            }
            if (nearest.size() >= AT_A_TIME) {
                keepNearest(name, nearest);
            }
        });
        keepNearest(name, nearest);
        return List.copyOf(nearest);
    }

    private static void keepNearest(String name, List<QualifiedName> relations) {
        List<String> words = relations.stream().map(QualifiedName::name).toList();
        List<QualifiedName> kept =
                Nearest.of(name, words, NEAR_MAX).stream()
                        .flatMap(word -> relations.stream().filter(ref -> ref.name().equals(word)))
                        .limit(NEAR_MAX)
                        .toList();
        relations.clear();
        relations.addAll(kept);
    }
}
