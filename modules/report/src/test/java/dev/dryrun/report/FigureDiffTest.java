package dev.dryrun.report;

import dev.dryrun.model.DiffCaveat;
import dev.dryrun.model.FigureChange;
import dev.dryrun.model.FigureDelta;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.PropertyChange.Part;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.QueryDelta;
import dev.dryrun.model.QueryDelta.Cost;
import dev.dryrun.model.QueryDelta.Entry;
import dev.dryrun.model.QueryDelta.Status;
import dev.dryrun.model.SchemaDelta;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.testkit.Golden;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Figures and queries as people and programs are shown them.
final class FigureDiffTest {

    private static final Golden GOLDEN = Golden.of("figures");
    private static final ObjectRef ORDERS = table("orders");
    private static final Part KEY = new Part("index", "orders_pkey");
    private static final Part NEW_INDEX = new Part("index", "orders_unpaid_idx");

    @Test
    void figuresStandUnderTheirObjectsAndParts() {
        FigureDiffReport report =
                new FigureDiffReport(
                        side("activity:primary", 0), side("activity:primary", 1), delta(), 1);

        GOLDEN.matches("activity.txt", FigureDiffText.of(report, false));
        GOLDEN.matches(
                "activity-coloured.txt", FigureDiffText.of(report, true).replace('\u001b', '^'));
        GOLDEN.matches("activity.md", FigureDiffMarkdown.of(report));
        GOLDEN.matches("activity.json", JsonText.of(FigureDiffJson.of(report)));
    }

    @Test
    void queriesAreATableOfWhatMoved() {
        QueryDiffReport report =
                new QueryDiffReport(side("query:primary", 0), side("query:primary", 1), queries());

        GOLDEN.matches("query.txt", FigureDiffText.of(report, false));
        GOLDEN.matches("query.md", FigureDiffMarkdown.of(report));
        GOLDEN.matches("query.json", JsonText.of(FigureDiffJson.of(report)));
    }

    private static FigureDelta delta() {
        return new FigureDelta(
                List.of(
                        figure(table("invoices"), null, "seq_scan", null, 3.0),
                        figure(table("invoices"), null, "n_live_tup", null, 12.0),
                        figure(ORDERS, null, "seq_scan", 2.0, 5.0),
                        figure(ORDERS, null, "n_tup_ins", 5_000.0, 40.0),
                        figure(ORDERS, null, "n_tup_upd", 1_000.0, 1_001.0),
                        figure(ORDERS, null, "n_live_tup", null, 9_000.0),
                        figure(ORDERS, KEY, "idx_blks_hit", 9_608.0, 17_640.0),
                        figure(ORDERS, NEW_INDEX, "idx_scan", null, 20.0),
                        figure(table("old_orders"), null, "seq_scan", 7.0, null)),
                List.of(
                        rolledUp("n_tup_ins", 500.0, 1_200.0, 3, 0),
                        rolledUp("seq_scan", 4.0, 6.0, 2, 1)),
                new SchemaDelta(List.of()),
                1,
                List.of(
                        new DiffCaveat(DiffCaveat.Code.RESET, "counters were reset in between"),
                        new DiffCaveat(
                                DiffCaveat.Code.SHORT_WINDOW,
                                "only 12 min lie between the snapshots")));
    }

    private static QueryDelta queries() {
        return new QueryDelta(
                List.of(
                        new Entry(
                                "0000000000000001",
                                "SELECT sum(total) FROM orders WHERE customer_id = $1 AND paid",
                                Status.GREW,
                                new Cost(7, 14.25, 7, 300, 2),
                                1.5,
                                0),
                        new Entry(
                                "0000000000000002",
                                "SELECT $1",
                                Status.NEW,
                                new Cost(3, 0.5, 3, 0, 0),
                                null,
                                0),
                        new Entry("0000000000000003", "DELETE FROM t", Status.SHRANK, null, 2.0, 1),
                        new Entry("0000000000000004", "TABLE t", Status.RESET, null, 0.1, 0),
                        new Entry(
                                "0000000000000005",
                                "SELECT 1",
                                Status.FLAT,
                                new Cost(0, 0, 0, 0, 0),
                                0.1,
                                0)),
                10,
                14.75,
                2,
                300,
                List.of(
                        new DiffCaveat(
                                DiffCaveat.Code.WEEKEND,
                                "at least half of the time between the snapshots is weekend")));
    }

    private static FigureChange figure(
            ObjectRef about,
            @Nullable Part part,
            String metric,
            @Nullable Double before,
            @Nullable Double after) {
        return new FigureChange(about, part, metric, before, after, !metric.equals("n_live_tup"));
    }

    private static FigureDelta.RolledUp rolledUp(
            String metric, double before, double after, int partitions, int leftOut) {
        return new FigureDelta.RolledUp(
                figure(table("events"), null, metric, before, after), partitions, leftOut);
    }

    private static ObjectRef table(String name) {
        return new ObjectRef(ObjectKind.TABLE, new QualifiedName("public", name));
    }

    private static DiffSide side(String stream, int days) {
        SnapshotInfo before = Samples.init().snapshots().getFirst();
        return new DiffSide(
                stream,
                before.hash(),
                before.takenAt().plus(Duration.ofDays(days)),
                before.server(),
                false);
    }
}
