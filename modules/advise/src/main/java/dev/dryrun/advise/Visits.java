package dev.dryrun.advise;

import dev.dryrun.model.Advice;
import dev.dryrun.model.IndexStatistics;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Severity;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableStatistics;
import java.util.List;
import java.util.Optional;

/// Pages that were looked at for nothing: of rows that VACUUM has not confirmed, of bitmaps that
/// forgot which rows, of tables and indexes that are mostly air.
///
/// @param context what else is known
record Visits(PlanContext context) implements PlanRule {

    private static final double FETCHES_MIN = 1_000;
    private static final double FETCHED_SHARE_MIN = 0.1;
    private static final double LOSSY_MIN = 100;
    private static final double BLOAT_MIN = 3;
    private static final long PAGES_MIN = 128;

    @Override
    public void look(Place place, List<Advice> found) {
        PlanNode node = place.node();
        Optional<Table> table = context.relations().table(node.schema(), node.relationName());
        if (node.is("Index Only Scan")) {
            heapFetches(node, table, found);
        }
        if (node.is("Bitmap Heap Scan")) {
            lossy(node, found);
        }
        table.ifPresent(known -> {
            if (node.indexName() != null) {
                indexBloat(node, known, node.indexName(), found);
            }
            if (node.is("Seq Scan")) {
                tableBloat(node, known, found);
            }
        });
    }

    private static void heapFetches(PlanNode node, Optional<Table> table, List<Advice> found) {
        double fetches = node.number("Heap Fetches").orElse(0);
        double rows = node.allRows().orElse(0);
        if (fetches < FETCHES_MIN || fetches < rows * FETCHED_SHARE_MIN) {
            return;
        }
        found.add(
                new Advice(
                        AdviceRules.HEAP_FETCHES,
                        Severity.WARNING,
                        node.title(),
                        table.map(Table::name).orElse(null),
                        "the index alone should answer, but "
                                + Figures.rows(fetches)
                                + " were looked up in the table, because VACUUM has not"
                                + " marked their pages all-visible",
                        "vacuum the table, and let autovacuum come more often",
                        node.indexCond(),
                        table.map(known -> "VACUUM " + known.name().sql() + ";").orElse(null),
                        null));
    }

    private static void lossy(PlanNode node, List<Advice> found) {
        double lossy = node.number("Lossy Heap Blocks").orElse(0);
        double exact = node.number("Exact Heap Blocks").orElse(0);
        if (lossy < LOSSY_MIN || lossy < exact * FETCHED_SHARE_MIN) {
            return;
        }
        found.add(
                new Advice(
                        AdviceRules.LOSSY_BITMAP,
                        Severity.WARNING,
                        node.title(),
                        null,
                        "the bitmap did not fit work_mem: of "
                                + Figures.count(lossy)
                                + " pages it knew no longer which rows, and all were checked",
                        "give this query more work_mem",
                        node.text("Recheck Cond"),
                        null,
                        null));
    }

    private void indexBloat(PlanNode node, Table table, String index, List<Advice> found) {
        Optional<IndexStatistics> statistics = context.relations().facts(table).index(index);
        statistics
                .flatMap(it -> it.bloat().known())
                .filter(bloat -> bloat.ratio() > BLOAT_MIN && bloat.actualPages() >= PAGES_MIN)
                .ifPresent(bloat ->
                        found.add(
                                new Advice(
                                        AdviceRules.INDEX_BLOAT,
                                        Severity.INFO,
                                        node.title(),
                                        table.name(),
                                        "the index "
                                                + index
                                                + " is about "
                                                + Figures.factor(bloat.ratio())
                                                + " times as large as its entries need",
                                        "rebuild it",
                                        node.indexCond(),
                                        "REINDEX INDEX CONCURRENTLY "
                                                + new QualifiedName(table.name().schema(), index)
                                                        .sql()
                                                + ";",
                                        null)));
    }

    private void tableBloat(PlanNode node, Table table, List<Advice> found) {
        TableStatistics statistics = context.relations().facts(table).statistics();
        Optional.ofNullable(statistics)
                .flatMap(it -> it.bloat().known())
                .filter(bloat -> bloat.ratio() > BLOAT_MIN && bloat.actualPages() >= PAGES_MIN)
                .ifPresent(bloat ->
                        found.add(
                                new Advice(
                                        AdviceRules.TABLE_BLOAT,
                                        Severity.WARNING,
                                        node.title(),
                                        table.name(),
                                        "the table is about "
                                                + Figures.factor(bloat.ratio())
                                                + " times as large as its rows need: "
                                                + Figures.count((double) bloat.actualPages())
                                                + " pages are read for what fits "
                                                + Figures.count((double) bloat.expectedPages()),
                                        "rewrite it with pg_repack, or with VACUUM FULL while"
                                                + " nobody needs it",
                                        null,
                                        null,
                                        null)));
    }
}
