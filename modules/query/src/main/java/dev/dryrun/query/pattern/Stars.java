package dev.dryrun.query.pattern;

import dev.dryrun.model.StarColumns;
import dev.dryrun.pgquery.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What stars stand for.
final class Stars {

    private Stars() {}

    static boolean isStar(Node reference) {
        List<Node> fields = reference.children("fields");
        return !fields.isEmpty() && fields.getLast().kind().equals("A_Star");
    }

    /// {@return the stars of a SELECT list or of RETURNING}
    static List<Node> in(List<Node> targets) {
        List<Node> stars = new ArrayList<>();
        for (Node target : targets) {
            Node value = target.child("val");
            if (value != null && value.kind().equals("ColumnRef") && isStar(value)) {
                stars.add(value);
            }
        }
        return stars;
    }

    static List<StarColumns> of(Node statement, Meanings meanings) {
        List<StarColumns> all = new ArrayList<>();
        if (!meanings.hasStars()) {
            return all;
        }
        for (Node reference : statement.find("ColumnRef")) {
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
