package dev.dryrun.query.pattern;

import dev.dryrun.model.StarColumns;
import dev.dryrun.pgquery.tree.AStar;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.ResTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What stars stand for.
final class Stars {

    private Stars() {}

    static boolean isStar(ColumnRef reference) {
        return reference.fields().getLast() instanceof AStar;
    }

    /// {@return the stars of a SELECT list or of RETURNING}
    ///
    /// @param targets what such a list holds
    static List<ColumnRef> in(List<ResTarget> targets) {
        List<ColumnRef> stars = new ArrayList<>();
        for (ResTarget target : targets) {
            if (target.val() instanceof ColumnRef reference && isStar(reference)) {
                stars.add(reference);
            }
        }
        return stars;
    }

    static List<StarColumns> of(Node statement, Meanings meanings) {
        List<StarColumns> all = new ArrayList<>();
        if (!meanings.hasStars()) {
            return all;
        }
        for (ColumnRef reference : statement.find(ColumnRef.class)) {
            List<ColumnUse> uses = isStar(reference) ? meanings.star(reference) : null;
            if (uses == null) {
                continue;
            }
            Map<FromItem, List<String>> columns = new LinkedHashMap<>();
            uses.forEach(use ->
                    columns.computeIfAbsent(use.item(), _ -> new ArrayList<>()).add(use.name()));
            columns.forEach((item, names) -> all.add(new StarColumns("" + item.name(), names)));
        }
        return all;
    }
}
