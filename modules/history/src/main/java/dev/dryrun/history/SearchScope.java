package dev.dryrun.history;

import dev.dryrun.model.ObjectKind;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a search looks.
///
/// @param words what must stand in a name, a comment, a definition or a label, letter case aside;
///   empty for everything
/// @param kind only objects of this kind; null for all kinds
/// @param schema only objects of this schema, exactly; null for all schemas
public record SearchScope(String words, @Nullable ObjectKind kind, @Nullable String schema) {

    /// More would make the search slower and hardly narrower.
    private static final int TRIGRAMS_MAX = 24;

    private static final Set<ObjectKind> MEMBERS = Set.of(ObjectKind.COLUMN, ObjectKind.INDEX);

    /// {@return the kind a document must be about; null when any may hold what is looked for}
    @Nullable String topKind() {
        return kind == null || MEMBERS.contains(kind) ? null : kind.word();
    }

    /// {@return the query to the index: every three characters in a row; empty when there are
    /// fewer}
    String trigrams() {
        int[] points = Searchable.fold(words).codePoints().toArray();
        Set<String> trigrams = new LinkedHashSet<>();
        for (int i = 0; i + 3 <= points.length && trigrams.size() < TRIGRAMS_MAX; i++) {
            trigrams.add('"' + new String(points, i, 3).replace("\"", "\"\"") + '"');
        }
        return trigrams.stream().collect(Collectors.joining(" AND "));
    }

    /// {@return the statement that finds documents: parameters are the root's hash, the schema, the
    /// kind and, unless everything is walked, [#trigrams]}
    ///
    /// @param walk whether every document is looked at
    String sql(boolean walk) {
        return (walk ? WALK : INDEXED) + PLACE;
    }

    private static final String SELECTED =
            "SELECT r.kind, r.schema, r.name, o.type, o.document, o.texts\n";

    private static final String INDEXED =
            SELECTED
                    + """
                    FROM search
                    CROSS JOIN object o ON o.id = search.rowid AND search MATCH ?4
                    CROSS JOIN ref r ON r.id = o.ref_id
                    CROSS JOIN root ON root.hash = ?1
                    CROSS JOIN root_node rn ON rn.root_id = root.id AND rn.bucket = r.bucket
                    CROSS JOIN node_object no ON no.node_id = rn.node_id AND no.ref_id = r.id
                        AND no.object_id = o.id
                    """;

    private static final String WALK =
            SELECTED
                    + """
                    FROM root
                    CROSS JOIN root_node rn ON rn.root_id = root.id AND root.hash = ?1
                    CROSS JOIN node_object no ON no.node_id = rn.node_id
                    CROSS JOIN ref r ON r.id = no.ref_id
                    CROSS JOIN object o ON o.id = no.object_id
                    """;

    private static final String PLACE =
            "WHERE (?2 IS NULL OR r.schema = ?2) AND (?3 IS NULL OR r.kind = ?3)\n";
}
