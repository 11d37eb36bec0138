package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.pgquery.tree.AStar;
import dev.dryrun.pgquery.tree.InsertStmt;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.OverridingKind;
import dev.dryrun.pgquery.tree.ResTarget;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.SetToDefault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds values for columns that the server fills itself, and columns assigned twice. The server
/// finds them when it rewrites the statement, and names no place.
final class Generated {

    private Generated() {}

    static void inserted(Errors errors, InsertStmt insert, Item target) {
        if (!(insert.selectStmt() instanceof SelectStmt select)) {
            return;
        }
        List<List<? extends Node>> rows = new ArrayList<>();
        if (Inserted.isPlainValues(select)) {
            select.valuesLists().forEach(row -> rows.add(row.items()));
        } else {
            List<ResTarget> list = select.targetList();
            boolean plain =
                    !list.isEmpty()
                            && list.stream().allMatch(item -> item.find(AStar.class).isEmpty());
            if (!plain) {
                return;
            }
            rows.add(list);
        }
        values(errors, insert.cols(), rows, target, insert.override());
    }

    static void values(
            Errors errors,
            List<ResTarget> columns,
            List<List<? extends Node>> rows,
            Item target,
            OverridingKind override) {
        List<Col> all = target.columns();
        if (all == null) {
            return;
        }
        int count = rows.stream().mapToInt(List::size).min().orElse(0);
        for (int i = 0; i < count; i++) {
            String name =
                    columns.isEmpty()
                            ? i < all.size() ? String.valueOf(all.get(i).name()) : ""
                            : i < columns.size() ? String.valueOf(columns.get(i).name()) : "";
            int at = i;
            boolean onlyDefaults =
                    rows.stream().allMatch(row -> row.get(at) instanceof SetToDefault);
            boolean refused =
                    Writes.isGenerated(target, name)
                            || (Writes.isAlwaysIdentity(target, name)
                                    && override == OverridingKind.OVERRIDING_NOT_SET);
            if (refused && !onlyDefaults) {
                say(
                        errors,
                        "428C9",
                        "cannot insert a non-DEFAULT value into column \"" + name + "\"");
                return;
            }
        }
    }

    static void updated(Errors errors, List<ResTarget> assignments, Item target) {
        Set<String> assigned = new HashSet<>();
        for (ResTarget assignment : assignments) {
            String name = String.valueOf(assignment.name());
            if (assignment.indirection().isEmpty() && !assigned.add(name)) {
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
                                    name.equals(one.name())
                                            && !(one.val() instanceof SetToDefault));
            boolean refused =
                    Writes.isGenerated(target, name) || Writes.isAlwaysIdentity(target, name);
            if (valued && refused) {
                say(errors, "428C9", "column \"" + name + "\" can only be updated to DEFAULT");
                return;
            }
        }
    }

    private static void say(Errors errors, String sqlstate, String message) {
        errors.add(-1, sqlstate, message, null, Certainty.CERTAIN);
    }
}
