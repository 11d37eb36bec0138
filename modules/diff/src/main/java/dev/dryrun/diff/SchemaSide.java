package dev.dryrun.diff;

import dev.dryrun.history.SnapshotReader;
import dev.dryrun.json.DocumentJson;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectRef;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// One side of a comparison, asked for what depends on objects.
sealed interface SchemaSide {

    /// {@return who depends on each of these}
    SortedMap<ObjectRef, SortedSet<ObjectRef>> dependants(Collection<ObjectRef> of);

    /// A stored snapshot.
    ///
    /// @param reader reads it
    record Stored(SnapshotReader reader) implements SchemaSide {

        @Override
        public SortedMap<ObjectRef, SortedSet<ObjectRef>> dependants(Collection<ObjectRef> of) {
            Dependants dependants = new Dependants(new HashSet<>(of));
            Set<String> names =
                    of.stream().map(ref -> ref.name().name()).collect(Collectors.toSet());
            if (!names.isEmpty()) {
                reader.mentioning(names, dependants::add);
            }
            return dependants.found;
        }
    }

    /// What was read of a server just now.
    ///
    /// @param documents by what they are about
    record Live(Map<ObjectRef, ? extends Document> documents) implements SchemaSide {

        @Override
        public SortedMap<ObjectRef, SortedSet<ObjectRef>> dependants(Collection<ObjectRef> of) {
            Dependants dependants = new Dependants(new HashSet<>(of));
            documents.values().forEach(dependants::add);
            return dependants.found;
        }
    }

    /// Collects who depends on whom.
    final class Dependants {
        private final Set<ObjectRef> wanted;
        private final SortedMap<ObjectRef, SortedSet<ObjectRef>> found = new TreeMap<>();

        private Dependants(Set<ObjectRef> wanted) {
            this.wanted = wanted;
        }

        private void add(Document document) {
            Members.dependsOn(DocumentJson.toJson(document))
                    .filter(wanted::contains)
                    .forEach(ref ->
                            found.computeIfAbsent(ref, _ -> new TreeSet<>()).add(document.about()));
        }
    }
}
