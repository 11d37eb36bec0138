package dev.dryrun.advise;

import dev.dryrun.model.Advice;
import dev.dryrun.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A WITH query was made whole and read once, mostly to throw its rows away: folded into the query,
/// the condition would have reached its tables.
final class Ctes implements PlanRule {

    private static final String HEADER = "CTE ";
    private static final double ROWS_MIN = 10_000;
    private static final double REMOVED_SHARE_MIN = 0.9;

    private final Map<String, PlanNode> made = new LinkedHashMap<>();
    private final Map<String, List<PlanNode>> scans = new LinkedHashMap<>();

    @Override
    public void look(Place place, List<Advice> found) {
        PlanNode node = place.node();
        String name = node.text("Subplan Name");
        if (name != null && name.startsWith(HEADER) && !node.is("Recursive Union", "ModifyTable")) {
            made.put(name.substring(HEADER.length()), node);
        }
        String read = node.text("CTE Name");
        if (read != null && node.is("CTE Scan")) {
            scans.computeIfAbsent(read, _ -> new ArrayList<>()).add(node);
        }
    }

    @Override
    public void end(List<Advice> found) {
        made.forEach((name, node) -> {
            List<PlanNode> readers = scans.getOrDefault(name, List.of());
            double rows = node.allRows().orElse(node.planRows().orElse(0));
            if (readers.size() == 1 && rows >= ROWS_MIN && readers.getFirst().filter() != null) {
                judge(name, rows, readers.getFirst(), found);
            }
        });
    }

    private static void judge(String name, double rows, PlanNode scan, List<Advice> found) {
        double kept = scan.allRows().orElse(scan.planRows().orElse(0));
        if (kept > rows * (1 - REMOVED_SHARE_MIN)) {
            return;
        }
        found.add(
                new Advice(
                        AdviceRules.CTE,
                        Severity.WARNING,
                        scan.title(),
                        null,
                        "WITH "
                                + name
                                + " is made whole, "
                                + Figures.rows(rows)
                                + ", to keep "
                                + Figures.count(kept)
                                + ": the condition does not reach its tables",
                        "write WITH " + name + " AS NOT MATERIALIZED, or put the condition into it",
                        scan.filter(),
                        null,
                        null));
    }
}
