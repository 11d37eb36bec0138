package dev.dryrun.report;

import dev.dryrun.model.Advice;
import dev.dryrun.model.AdviceReport;
import dev.dryrun.model.IndexSuggestion;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import java.util.List;

/// The advice that the documentation shows.
final class AdviceSamples {

    private AdviceSamples() {}

    static AdviceReport advice() {
        QualifiedName orders = new QualifiedName("shop", "orders");
        IndexSuggestion index =
                new IndexSuggestion(
                        orders,
                        "btree",
                        List.of("customer_id", "placed_at"),
                        List.of(),
                        null,
                        "found by equality, then by range",
                        IndexSuggestion.Impact.HIGH,
                        Reading.estimated(330_000_000L),
                        4,
                        Reading.estimated(210_000L),
                        Reading.absent(Reading.Reason.NOT_CAPTURED));
        return new AdviceReport(
                "plan.json",
                List.of(),
                true,
                List.of(
                        new Advice(
                                new RuleId("index/missing"),
                                Severity.WARNING,
                                "Seq Scan on orders o",
                                orders,
                                "reads 12.0 million rows of shop.orders to keep 42"
                                        + " (less than 0.1 %)",
                                "create an index on (customer_id, placed_at); it makes"
                                        + " orders_customer_id superfluous",
                                "((o.customer_id = 7) AND (o.placed_at > now()))",
                                "CREATE INDEX CONCURRENTLY idx_orders_customer_id_placed_at"
                                        + " ON shop.orders (customer_id, placed_at);",
                                index),
                        new Advice(
                                new RuleId("plan/sort_spill"),
                                Severity.INFO,
                                "Sort",
                                null,
                                "the sort of 400,000 rows, about 48.2 MB, will not fit work_mem"
                                        + " of 4.0 MB",
                                "run it with EXPLAIN (ANALYZE) to see what goes to disk",
                                "o.total DESC",
                                null,
                                null)));
    }
}
