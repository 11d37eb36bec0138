package dev.dryrun.diff;

import dev.dryrun.json.JsonObject;
import dev.dryrun.model.ObjectChange;
import dev.dryrun.model.ObjectChange.Added;
import dev.dryrun.model.ObjectChange.Changed;
import dev.dryrun.model.ObjectChange.Removed;
import dev.dryrun.model.ObjectChange.Renamed;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.PropertyChange;
import dev.dryrun.model.SchemaDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Makes a delta of the documents that differ: finds what is called otherwise, compares member by
/// member, tells causes from consequences, names who depends on what changed.
///
/// @param from the side before
/// @param to the side after
/// @param same which objects are which
record DeltaMaker(SchemaSide from, SchemaSide to, SameObjects same) {

    SchemaDelta delta(List<Difference> differences) {
        Renames renames = Renames.among(differences, same);
        Renaming renaming = renames.renaming();
        Map<ObjectRef, Renames.Found> renamed = new HashMap<>();
        Set<ObjectRef> gone = new HashSet<>();
        renames.found()
                .forEach(found -> {
                    renamed.put(found.difference().to(), found);
                    gone.add(found.difference().from());
                });
        List<Difference> all = new ArrayList<>();
        for (Difference difference : differences) {
            Renames.Found found = difference.isAdded() ? renamed.get(difference.to()) : null;
            if (found != null) {
                all.add(found.difference());
            } else if (!(difference.isRemoved() && gone.contains(difference.from()))) {
                all.add(difference);
            }
        }
        all.forEach(difference -> learn(difference, renaming));
        List<ObjectChange> changes = new ArrayList<>();
        for (Difference difference : all) {
            changes.add(
                    change(
                            difference,
                            renamed.get(difference.to()),
                            renames.renaming(difference.to().kind())));
        }
        List<ObjectChange> explained = new Consequences(all, renaming).explain(changes);
        List<ObjectChange> complete = withDependants(explained);
        complete.sort(Comparator.comparing(ObjectChange::about));
        return new SchemaDelta(complete);
    }

    /// Takes in what parts of the object are called otherwise.
    private void learn(Difference difference, Renaming renaming) {
        JsonObject before = difference.was();
        JsonObject after = difference.is();
        for (String list : PartLists.byMention()) {
            learn(difference, list, before, after, renaming);
            learn(
                    difference,
                    list,
                    Members.object(before, "materialized"),
                    Members.object(after, "materialized"),
                    renaming);
        }
    }

    private void learn(
            Difference difference,
            String list,
            JsonObject before,
            JsonObject after,
            Renaming renaming) {
        List<JsonObject> ones = PartPairs.parts(Members.list(before, list));
        List<JsonObject> others = PartPairs.parts(Members.list(after, list));
        if (ones != null && others != null && !ones.isEmpty() && !others.isEmpty()) {
            PartPairs.of(
                            ones,
                            others,
                            PartLists.isOrdered(list),
                            renaming,
                            same.parts(difference, list, ones, others))
                    .pairs()
                    .stream()
                    .filter(PartPairs.Pair::isRenamed)
                    .forEach(pair ->
                            renaming.add(
                                    difference.to(),
                                    PartLists.kind(list),
                                    pair.oldName(),
                                    pair.name()));
        }
    }

    private ObjectChange change(
            Difference difference, Renames.@Nullable Found found, Renaming renaming) {
        if (found == null && difference.isAdded()) {
            return new Added(difference.to(), null);
        }
        if (found == null && difference.isRemoved()) {
            return new Removed(difference.from(), List.of(), null);
        }
        List<PropertyChange> properties =
                OwnConsequences.mark(difference, DocumentComparison.of(difference, renaming, same));
        return found == null
                ? new Changed(difference.to(), properties, List.of(), null)
                : new Renamed(
                        difference.from(),
                        difference.to(),
                        found.percent(),
                        properties,
                        List.of(),
                        null);
    }

    private List<ObjectChange> withDependants(List<ObjectChange> changes) {
        Set<ObjectRef> gone = new TreeSet<>();
        Set<ObjectRef> there = new TreeSet<>();
        Set<ObjectRef> removed = new HashSet<>();
        for (ObjectChange change : changes) {
            if (change instanceof Removed) {
                removed.add(change.about());
            }
            if (change.follows() == null) {
                switch (change) {
                    case Added _ -> {}
                    case Removed(ObjectRef about, _, _) -> gone.add(about);
                    case Changed(ObjectRef about, _, _, _) -> there.add(about);
                    case Renamed renamed -> there.add(renamed.about());
                }
            }
        }
        SortedMap<ObjectRef, SortedSet<ObjectRef>> had = from.dependants(gone);
        SortedMap<ObjectRef, SortedSet<ObjectRef>> has = to.dependants(there);
        List<ObjectChange> complete = new ArrayList<>();
        for (ObjectChange change : changes) {
            complete.add(
                    switch (change) {
                        case Added added -> added;
                        case Removed one ->
                                new Removed(
                                        one.about(),
                                        of(had, one.about()).stream()
                                                .filter(ref -> !removed.contains(ref))
                                                .toList(),
                                        one.follows());
                        case Changed one ->
                                new Changed(
                                        one.about(),
                                        one.properties(),
                                        of(has, one.about()),
                                        one.follows());
                        case Renamed one ->
                                new Renamed(
                                        one.from(),
                                        one.about(),
                                        one.likenessPercent(),
                                        one.properties(),
                                        of(has, one.about()),
                                        one.follows());
                    });
        }
        return complete;
    }

    private static List<ObjectRef> of(
            SortedMap<ObjectRef, SortedSet<ObjectRef>> dependants, ObjectRef ref) {
        SortedSet<ObjectRef> found = dependants.get(ref);
        return found == null ? List.of() : List.copyOf(found);
    }
}
