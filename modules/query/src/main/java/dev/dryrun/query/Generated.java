package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.pgquery.tree.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds values for columns that the server fills itself, and columns assigned twice. The server
/// finds them when it rewrites the statement, and names no place.
final class Generated {

    private static final String OVERRIDING_USER = "OVERRIDING_USER_VALUE";
    private static final String OVERRIDING_SYSTEM = "OVERRIDING_SYSTEM_VALUE";

    private Generated() {}

    static void inserted(Errors errors, Node insert, Item target, String override) {
        Node select = insert.child("selectStmt");
        if (select == null) {
            return;
        }
        List<List<Node>> rows = new ArrayList<>();
        if (Inserted.isPlainValues(select)) {
            select.children("valuesLists").forEach(row -> rows.add(row.children("items")));
        } else {
            List<Node> list = select.children("targetList");
            boolean plain =
                    !list.isEmpty()
                            && list.stream().allMatch(item -> item.find("A_Star").isEmpty());
            if (!plain) {
                return;
            }
            rows.add(list);
        }
        values(errors, insert.children("cols"), rows, target, override);
    }

    static void values(
            Errors errors,
            List<Node> columns,
            List<List<Node>> rows,
            Item target,
            String override) {
        List<Col> all = target.columns();
        if (all == null) {
            return;
        }
        int count = rows.stream().mapToInt(List::size).min().orElse(0);
        for (int i = 0; i < count; i++) {
            String name =
                    columns.isEmpty()
                            ? i < all.size() ? String.valueOf(all.get(i).name()) : ""
                            : i < columns.size() ? String.valueOf(columns.get(i).text("name")) : "";
            int at = i;
            boolean onlyDefaults = rows.stream().allMatch(row -> isDefault(row.get(at)));
            boolean refused =
                    Writes.isGenerated(target, name)
                            || (Writes.isAlwaysIdentity(target, name)
                                    && !override.equals(OVERRIDING_USER)
                                    && !override.equals(OVERRIDING_SYSTEM));
            if (refused && !onlyDefaults) {
                say(
                        errors,
                        "428C9",
                        "cannot insert a non-DEFAULT value into column \"" + name + "\"");
                return;
            }
        }
    }

    static void updated(Errors errors, List<Node> assignments, Item target) {
        Set<String> assigned = new HashSet<>();
        for (Node assignment : assignments) {
            String name = String.valueOf(assignment.text("name"));
            if (assignment.children("indirection").isEmpty() && !assigned.add(name)) {
                say(errors, "42601", "multiple assignments to same column \"" + name + "\"");
                return;
            }
        }
        List<Col> all = target.columns();
        for (Col column : all == null ? List.<Col>of() : all) {
            String name = String.valueOf(column.name());
            boolean valued =
                    assignments.stream()
                            .anyMatch(one ->
                                    name.equals(one.text("name"))
                                            && one.children("val").stream()
                                                    .noneMatch(Generated::isDefault));
            boolean refused =
                    Writes.isGenerated(target, name) || Writes.isAlwaysIdentity(target, name);
            if (valued && refused) {
                say(errors, "428C9", "column \"" + name + "\" can only be updated to DEFAULT");
                return;
            }
        }
    }

    private static boolean isDefault(Node value) {
        return value.kind().equals("SetToDefault");
    }

    private static void say(Errors errors, String sqlstate, String message) {
        errors.add(-1, sqlstate, message, null, Certainty.CERTAIN);
    }
}
