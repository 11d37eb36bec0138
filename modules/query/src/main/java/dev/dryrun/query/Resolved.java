package dev.dryrun.query;

import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.query.Col.Origin;
import dev.dryrun.query.pattern.ColumnUse;
import dev.dryrun.query.pattern.FromItem;
import dev.dryrun.query.pattern.Meanings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the names of one statement were found to mean, by their place: bytes from its start.
final class Resolved implements Meanings {

    private final Map<Integer, Variable> variables = new HashMap<>();
    private final Map<Integer, List<Variable>> stars = new HashMap<>();
    private final Map<Integer, Scope> aggregates = new HashMap<>();
    private final Set<Integer> unsure = new HashSet<>();

    private final IdentityHashMap<Node, Item> items = new IdentityHashMap<>();

    private final IdentityHashMap<FromItem, Node> queries = new IdentityHashMap<>();
    private final Set<Node> grouped = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Integer> openStars = new HashSet<>();

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

    /// Remembers what a part of FROM, or the target of a write, is.
    Item item(Node part, Item found) {
        items.put(part, found);
        return found;
    }

    /// Remembers the query that gives an item its rows.
    void query(Item item, Node query) {
        queries.put(item, query);
    }

    /// Remembers that a query groups or aggregates.
    void grouped(SelectStmt select) {
        grouped.add(select);
    }

    /// Remembers a star of which some columns are not known.
    void openStar(int place) {
        openStars.add(place);
    }

    @Override
    public List<ColumnUse> columns(ColumnRef reference) {
        Variable found = variables.get(reference.location());
        return found == null ? List.of() : uses(List.of(found));
    }

    @Override
    public @Nullable List<ColumnUse> star(ColumnRef reference) {
        List<Variable> found = stars.get(reference.location());
        if (found == null || openStars.contains(reference.location())) {
            return null;
        }
        // What a join merged is one column of the result.
        return found.stream()
                .flatMap(variable -> variable.origins().stream().limit(1))
                .map(origin -> new ColumnUse(origin.item(), origin.column()))
                .toList();
    }

    @Override
    public boolean hasStars() {
        return !stars.isEmpty();
    }

    private static List<ColumnUse> uses(List<Variable> variables) {
        List<ColumnUse> uses = new ArrayList<>();
        for (Variable variable : variables) {
            for (Origin origin : variable.origins()) {
                uses.add(new ColumnUse(origin.item(), origin.column()));
            }
        }
        return uses;
    }

    @Override
    public @Nullable FromItem item(Node part) {
        return items.get(part);
    }

    @Override
    public @Nullable Node query(FromItem item) {
        return queries.get(item);
    }

    @Override
    public boolean aggregates(SelectStmt select) {
        return grouped.contains(select)
                || select.targetList().stream()
                        .flatMap(target -> target.find(FuncCall.class).stream())
                        .anyMatch(call -> unsure.contains(call.location()));
    }
}
