package dev.dryrun.query;

import dev.dryrun.pgquery.tree.WindowDef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One level of queries: what names mean within it, and behind it within those around it. It is the
/// server's `ParseState`.
final class Scope {

    private final @Nullable Scope outer;
    private final List<Seen> seen = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final Map<String, Cte> ctes = new LinkedHashMap<>();
    private final List<WindowDef> windows = new ArrayList<>();
    private boolean lateral;
    private boolean aggregates;
    private Clause clause = Clause.NONE;

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    /// {@return the query around; null for the outermost}
    @Nullable Scope outer() {
        return outer;
    }

    /// {@return what can be seen at the moment}
    List<Seen> seen() {
        return seen;
    }

    /// Replaces what can be seen.
    ///
    /// @return what could be seen before
    List<Seen> see(List<Seen> others) {
        List<Seen> before = List.copyOf(seen);
        seen.clear();
        seen.addAll(others);
        return before;
    }

    /// {@return every item of this level, seen or not}
    List<Item> items() {
        return items;
    }

    Map<String, Cte> ctes() {
        return ctes;
    }

    /// {@return the query that WITH names so, here or around; null when there is none}
    @Nullable Cte cte(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Cte found = scope.ctes.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// {@return definitions of windows, those of the WINDOW clause first}
    List<WindowDef> windows() {
        return windows;
    }

    boolean lateral() {
        return lateral;
    }

    void lateral(boolean active) {
        lateral = active;
    }

    boolean hasAggregates() {
        return aggregates;
    }

    void haveAggregates() {
        aggregates = true;
    }

    Clause clause() {
        return clause;
    }

    /// Moves on to a clause.
    ///
    /// @return where it was before
    Clause clause(Clause next) {
        Clause before = clause;
        clause = next;
        return before;
    }

    /// {@return whether an item of this level can be seen from where names are looked up}
    boolean shows(Seen candidate) {
        return candidate.lateral() == Seen.Lateral.PLAIN || lateral;
    }
}
