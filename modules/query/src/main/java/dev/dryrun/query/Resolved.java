package dev.dryrun.query;

import dev.dryrun.query.Col.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the names of one statement were found to mean, by their place: bytes from its start.
final class Resolved {

    private final Map<Integer, Variable> variables = new HashMap<>();
    private final Map<Integer, List<Variable>> stars = new HashMap<>();
    private final Map<Integer, Scope> aggregates = new HashMap<>();
    private final Set<Integer> unsure = new HashSet<>();

    /// A column or a row that a reference stands for.
    ///
    /// @param scope the level that its item belongs to
    /// @param origins the columns it is; several where a join merged them
    record Variable(Scope scope, List<Origin> origins) {}

    void variable(int place, Variable found) {
        variables.put(place, found);
    }

    @Nullable Variable variable(int place) {
        return variables.get(place);
    }

    void star(int place, List<Variable> found) {
        stars.put(place, found);
    }

    List<Variable> star(int place) {
        return stars.getOrDefault(place, List.of());
    }

    void aggregate(int place, Scope scope) {
        aggregates.put(place, scope);
    }

    /// {@return the level that the aggregate at a place belongs to; null when there is none}
    @Nullable Scope aggregate(int place) {
        return aggregates.get(place);
    }

    /// Remembers a call that may or may not be an aggregate, of whatever level.
    void unsure(int place) {
        unsure.add(place);
    }

    boolean isUnsure(int place) {
        return unsure.contains(place);
    }
}
