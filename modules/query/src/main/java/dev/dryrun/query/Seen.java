package dev.dryrun.query;

import java.util.List;

/// How an item is seen from one place.
///
/// @param item the item
/// @param byName whether `item.column` finds it
/// @param byColumn whether a bare column finds it
/// @param lateral whether it stands beside what is analysed
record Seen(Item item, boolean byName, boolean byColumn, Lateral lateral) {

    /// Whether an item may be referred to from a FROM clause it stands in.
    enum Lateral {
        /// It is not beside but around.
        PLAIN,
        /// From LATERAL.
        ALLOWED,
        /// It is seen from LATERAL, and refused: the server says so.
        REFUSED
    }

    static Seen of(Item item) {
        return new Seen(item, true, true, Lateral.PLAIN);
    }

    static List<Seen> as(List<Seen> all, Lateral lateral) {
        return all.stream()
                .map(seen -> new Seen(seen.item, seen.byName, seen.byColumn, lateral))
                .toList();
    }

    static List<Seen> withoutColumns(List<Seen> all) {
        return all.stream()
                .map(seen -> new Seen(seen.item, seen.byName, false, seen.lateral))
                .toList();
    }
}
