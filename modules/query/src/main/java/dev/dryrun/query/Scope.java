package dev.dryrun.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What names mean at one place of a statement: the items of its own FROM clause, and, behind them,
/// of the queries around it.
///
/// Where the server sees fewer items than stand here (a join's condition sees only its two sides),
/// this sees more, and so refuses less.
///
/// @param outer of the query around; null for the outermost
/// @param sources items added so far
record Scope(@Nullable Scope outer, List<Source> sources) {

    static Scope within(@Nullable Scope outer) {
        return new Scope(outer, new ArrayList<>());
    }

    void add(Source source) {
        sources.add(source);
    }

    /// {@return every item that can be seen from here, nearest first}
    Stream<Source> visible() {
        return outer == null ? sources.stream() : Stream.concat(sources.stream(), outer.visible());
    }

    /// {@return whether an unqualified name may be a column, or the whole row, of some item}
    boolean mayHave(String name) {
        return visible().anyMatch(source -> source.mayHave(name) || source.name().equals(name));
    }

    List<Source> named(String name) {
        return visible().filter(source -> source.name().equals(name)).toList();
    }
}
