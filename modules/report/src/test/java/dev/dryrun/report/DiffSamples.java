package dev.dryrun.report;

import dev.dryrun.model.ObjectChange;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.PropertyChange;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SchemaDelta;
import dev.dryrun.model.SnapshotInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The comparisons, and what came of a comparison, that the documentation shows.
final class DiffSamples {

    private static final String LATER_HASH =
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private DiffSamples() {}

    static SchemaDiffReport diff() {
        ObjectChange wider =
                new ObjectChange.Changed(
                        ref(ObjectKind.TABLE, "orders"),
                        List.of(
                                new PropertyChange(
                                        PropertyChange.Action.CHANGED,
                                        new PropertyChange.Part("column", "total"),
                                        "type",
                                        "integer",
                                        "bigint",
                                        null)),
                        List.of(ref(ObjectKind.VIEW, "order_total")),
                        null);
        return report(wider, false);
    }

    static SchemaDiffReport drift() {
        return report(new ObjectChange.Added(ref(ObjectKind.TABLE, "invoice"), null), true);
    }

    static ApplyReport applied() {
        return new ApplyReport(
                Samples.init().key(),
                Samples.init().snapshots().getFirst().takenAt(),
                "shop_dev",
                "18.6",
                "pg_restore_*_stats",
                12,
                20,
                81,
                1,
                12,
                12,
                List.of("public.invoices"),
                List.of(
                        new ApplyReport.LeftOut(
                                "public.orders.status",
                                "a value of it does not fit its type here (SQLSTATE 22P02)")),
                new TreeMap<>(Map.of("random_page_cost", "1.1")),
                false,
                List.of());
    }

    private static SchemaDiffReport report(ObjectChange change, boolean live) {
        SnapshotInfo before = Samples.init().snapshots().getFirst();
        DiffSide after =
                new DiffSide(
                        before.stream().word(),
                        LATER_HASH,
                        before.takenAt().plus(Duration.ofDays(1)),
                        before.server(),
                        live);
        return new SchemaDiffReport(
                DiffSide.of(before), after, new SchemaDelta(List.of(change)), List.of());
    }

    private static ObjectRef ref(ObjectKind kind, String name) {
        return new ObjectRef(kind, new QualifiedName("public", name));
    }
}
