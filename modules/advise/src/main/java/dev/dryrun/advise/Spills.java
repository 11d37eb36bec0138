package dev.dryrun.advise;

import dev.dryrun.model.Advice;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sorts, hashes and stored rows that did not fit `work_mem` and went to disk.
///
/// @param context what else is known
record Spills(PlanContext context) implements PlanRule {

    private static final double SPILLED_KB_MIN = 1_024;
    private static final long WORK_MEM_DEFAULT_KB = 4_096;

    /// A sort in memory takes about so many times what it wrote to disk.
    private static final double SORT_IN_MEMORY = 2.5;

    @Override
    public void look(Place place, List<Advice> found) {
        PlanNode node = place.node();
        if (node.is("Sort", "Incremental Sort")) {
            sort(node, found);
        } else if (node.is("Hash")) {
            hash(node, found);
        } else if (node.is("Aggregate")) {
            double kilobytes = node.number("Disk Usage").orElse(0);
            if (kilobytes >= SPILLED_KB_MIN) {
                double needed = node.number("Peak Memory Usage").orElse(0) + kilobytes * 2;
                found.add(
                        spill(
                                AdviceRules.HASH_SPILL,
                                node,
                                "its groups did not fit work_mem and "
                                        + Figures.kilobytes(kilobytes)
                                        + " went to disk",
                                needed,
                                String.join(", ", node.texts("Group Key"))));
            }
        } else if ("Disk".equals(node.text("Storage"))) {
            double kilobytes = node.number("Maximum Storage").orElse(0);
            if (kilobytes >= SPILLED_KB_MIN) {
                found.add(
                        spill(
                                AdviceRules.ROWS_SPILL,
                                node,
                                "the rows it keeps did not fit work_mem and "
                                        + Figures.kilobytes(kilobytes)
                                        + " went to disk",
                                kilobytes * 2,
                                null));
            }
        }
    }

    private void sort(PlanNode node, List<Advice> found) {
        String key = String.join(", ", node.sortKey());
        double kilobytes = node.number("Sort Space Used").orElse(0);
        if ("Disk".equals(node.text("Sort Space Type"))) {
            if (kilobytes >= SPILLED_KB_MIN) {
                found.add(
                        spill(
                                AdviceRules.SORT_SPILL,
                                node,
                                "the sort did not fit work_mem and "
                                        + Figures.kilobytes(kilobytes)
                                        + " went to disk",
                                kilobytes * SORT_IN_MEMORY,
                                key));
            }
            return;
        }
        double expected = node.planRows().orElse(0) * node.number("Plan Width").orElse(0) / 1024;
        long workMem = context.workMemKb().orElse(WORK_MEM_DEFAULT_KB);
        boolean guessed =
                node.actualLoops().isEmpty() && context.plan().root().actualLoops().isEmpty();
        if (guessed && expected > workMem && expected >= SPILLED_KB_MIN) {
            found.add(
                    new Advice(
                            AdviceRules.SORT_SPILL,
                            Severity.INFO,
                            node.title(),
                            null,
                            "the sort of "
                                    + Figures.rows(node.planRows().orElse(0))
                                    + ", about "
                                    + Figures.kilobytes(expected)
                                    + ", will not fit work_mem of "
                                    + Figures.kilobytes((double) workMem),
                            "run it with EXPLAIN (ANALYZE) to see what goes to disk",
                            key,
                            null,
                            null));
        }
    }

    private static void hash(PlanNode node, List<Advice> found) {
        double batches = node.number("Hash Batches").orElse(1);
        double kilobytes = node.number("Peak Memory Usage").orElse(0) * batches;
        if (batches > 1 && kilobytes >= SPILLED_KB_MIN) {
            double planned = node.number("Original Hash Batches").orElse(batches);
            String surprise =
                    planned < batches
                            ? ", where the planner expected " + Figures.count(planned)
                            : "";
            found.add(
                    spill(
                            AdviceRules.HASH_SPILL,
                            node,
                            "the hash table did not fit work_mem: "
                                    + Figures.count(batches)
                                    + " batches went to disk and back"
                                    + surprise,
                            kilobytes * 1.2,
                            null));
        }
    }

    private static Advice spill(
            RuleId rule, PlanNode node, String message, double neededKb, @Nullable String detail) {
        long megabytes = Math.max(1, (long) Math.ceil(neededKb / 1024));
        return new Advice(
                rule,
                Severity.WARNING,
                node.title(),
                null,
                message,
                "give this query about "
                        + megabytes
                        + " MB of work_mem: SET LOCAL work_mem = '"
                        + megabytes
                        + "MB'; every sort and hash of every session may take as much",
                detail,
                null,
                null);
    }
}
