package dev.dryrun.report;

import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.CaptureException;
import dev.dryrun.model.Certainty;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Finding;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.QueryReport;
import dev.dryrun.model.Reading;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.Severity;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.SqlCorrection;
import dev.dryrun.model.SqlError;
import dev.dryrun.model.SqlFix;
import dev.dryrun.model.SqlPlace;
import dev.dryrun.model.SqlWarning;
import dev.dryrun.model.StatementVerdict;
import dev.dryrun.model.Stream;
import dev.dryrun.model.SurvivingValues;
import dev.dryrun.model.SurvivingValues.Kind;
import dev.dryrun.model.SurvivingValues.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The results that the documentation shows.
final class Samples {

    static final String BAD_SQL =
            """
            SELECT id, emial
            FROM shop.customers
            WHERE country = 'CZ';
            SELECT count(*) FROM shop.orders;
            """;

    private Samples() {}

    static List<Finding> findings() {
        return List.of(
                new Finding(
                        new RuleId("pk/exists"),
                        Severity.ERROR,
                        table("shop", "page_views"),
                        null,
                        "no primary key: rows cannot be told apart or replicated",
                        "add an identity column as the primary key",
                        "ALTER TABLE shop.page_views\n"
                                + "  ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY"
                                + " PRIMARY KEY;"),
                new Finding(
                        new RuleId("types/text_over_varchar"),
                        Severity.WARNING,
                        table("shop", "customers"),
                        "email",
                        "type character varying(255): a longer value will need a new type",
                        "use text, with a CHECK where the length matters",
                        "ALTER TABLE shop.customers ALTER COLUMN email TYPE text;"),
                new Finding(
                        new RuleId("views/unused"),
                        Severity.INFO,
                        new ObjectRef(ObjectKind.VIEW, new QualifiedName("shop", "old_report")),
                        null,
                        "nothing else refers to it",
                        "drop it when nobody reads it",
                        null));
    }

    static QueryReport query() {
        return new QueryReport(
                "report.sql",
                List.of(
                        StatementVerdict.refused(
                                List.of(
                                        new SqlError(
                                                "42703",
                                                "column \"emial\" does not exist",
                                                SqlPlace.of(BAD_SQL, 12),
                                                "did you mean email?",
                                                Certainty.CERTAIN)),
                                new SqlCorrection(
                                        "SELECT id, email\nFROM shop.customers\n"
                                                + "WHERE country = 'CZ'",
                                        List.of(new SqlFix("column", "emial", "email")))),
                        StatementVerdict.accepted(
                                List.of(
                                        new SqlWarning(
                                                new RuleId("query/count_all"),
                                                Severity.INFO,
                                                "count(*) reads all of shop.orders,"
                                                        + " 12 million rows",
                                                SqlPlace.of(BAD_SQL, 67),
                                                null)),
                                List.of())));
    }

    static InitReport init() {
        SnapshotKey key = new SnapshotKey("shop", "shop_prod");
        ServerInfo server =
                new ServerInfo(
                        180_006,
                        "18.6",
                        "shop_prod",
                        Reading.absent(Reading.Reason.NO_PRIVILEGE),
                        false);
        Instant takenAt = Instant.parse("2026-03-01T08:30:00Z");
        String schema = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";
        String planner = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        return new InitReport(
                key,
                "dryrun.toml",
                true,
                ".dryrun/history.db",
                List.of(
                        new SnapshotInfo(key, new Stream.Schema(), schema, takenAt, server, 0, 42),
                        new SnapshotInfo(
                                key, new Stream.Planner(), planner, takenAt, server, 1, 13)),
                List.of("shop.orders is locked by another session; its indexes are left out"));
    }

    static MaskReport masking(boolean show) {
        SnapshotInfo schema = init().snapshots().getFirst();
        SnapshotInfo planner = init().snapshots().getLast();
        String hash = "3fdba35f04dc8c462986c992bcf875546257113072a909c162f7e470e581e278";
        AppliedMasking applied =
                new AppliedMasking(hash, false, 9, new TreeSet<>(List.of("bucket", "null")), false);
        QualifiedName orders = new QualifiedName("public", "orders");
        ObjectRef table = new ObjectRef(ObjectKind.TABLE, orders);
        return new MaskReport(
                init().key(),
                ".dryrun/history.db",
                schema,
                new SnapshotInfo(
                        planner.key(),
                        planner.stream(),
                        planner.hash(),
                        planner.takenAt(),
                        planner.server(),
                        9,
                        13,
                        applied),
                new MaskReport.Policy("data-masking-policy.yml", hash, 10),
                List.of(
                        survivor(orders, "note", Kind.COLUMN, "text", null, Verdict.HIDDEN, "Ada"),
                        survivor(
                                orders,
                                "total",
                                Kind.COLUMN,
                                "numeric",
                                "bucket",
                                Verdict.NOT_MADE,
                                "17"),
                        survivor(
                                orders,
                                "status",
                                Kind.COLUMN,
                                "text",
                                null,
                                Verdict.ALLOWED,
                                "paid"),
                        survivor(
                                orders,
                                "lower(status)",
                                Kind.EXPRESSION,
                                "text",
                                null,
                                Verdict.ALLOWED,
                                "paid")),
                List.of(table),
                List.of(
                        new MaskReport.Comment(table, "", "Written by Ada"),
                        new MaskReport.Comment(table, "columns note", "ask Ada")),
                show,
                List.of("the policy is not the one that the snapshot was captured under"));
    }

    private static SurvivingValues survivor(
            QualifiedName table,
            String name,
            Kind kind,
            String type,
            @Nullable String maskedBy,
            Verdict verdict,
            String value) {
        SequencedMap<String, List<String>> values = new LinkedHashMap<>();
        values.put("most_common_vals", List.of(value, "sent"));
        return new SurvivingValues(table, name, kind, type, maskedBy, verdict, values);
    }

    static VersionReport version() {
        return new VersionReport("0.1.0", 1, "18");
    }

    static CaptureReport capture() {
        return new CaptureReport(
                init().key(), ".dryrun/history.db", init().snapshots(), init().warnings());
    }

    static DumpReport dump() {
        SnapshotInfo schema = init().snapshots().getFirst();
        return new DumpReport(
                "shop.json",
                "json",
                schema.server(),
                schema.objectCount(),
                schema.hash(),
                List.of("no subscription could be read: no privilege"));
    }

    static ImportReport imported() {
        return new ImportReport(
                init().key(),
                "shop.json",
                "staging",
                ".dryrun/history.db",
                init().snapshots().getFirst(),
                true,
                List.of("a snapshot of 2026-04-01T08:30:00Z is newer, and stays the latest"));
    }

    static DeletionReport deletion() {
        List<SnapshotInfo> snapshots = init().snapshots();
        return new DeletionReport(
                init().key(), snapshots.getFirst(), snapshots.subList(1, 2), 0, true);
    }

    static PruneReport pruning() {
        List<SnapshotInfo> snapshots = init().snapshots();
        return new PruneReport(
                init().key(),
                Instant.parse("2026-03-02T00:00:00Z"),
                snapshots.subList(1, 2),
                snapshots.subList(0, 1),
                4096,
                false,
                false);
    }

    static ExportReport export() {
        return new ExportReport(init().key(), "march.db", init().snapshots());
    }

    static FleetReport fleet(boolean checked) {
        SnapshotInfo schema = init().snapshots().getFirst();
        FleetReport.Visit main =
                new FleetReport.Visit(
                        "main",
                        checked ? FleetReport.Status.READY : FleetReport.Status.CAPTURED,
                        schema.server(),
                        List.of("schema"),
                        List.of("query"),
                        checked ? List.of() : List.of(schema),
                        List.of("the role \"admin\" can do more than read"),
                        null);
        FleetReport.Visit gone =
                FleetReport.Visit.failed(
                        "replica-1",
                        new CaptureException(
                                ErrorCode.SERVER_UNREACHABLE,
                                "no PostgreSQL server answers at replica-1:5432",
                                "check the host, the port, and that the server is running"));
        FleetReport.Visit fresh =
                new FleetReport.Visit(
                        "replica-2",
                        FleetReport.Status.NOTHING_DUE,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null);
        return new FleetReport(
                schema.key(), checked, checked ? List.of(main, gone) : List.of(main, gone, fresh));
    }

    static NodesReport nodes() {
        SnapshotInfo schema = init().snapshots().getFirst();
        return new NodesReport(
                List.of(
                        new NodesReport.KnownNode(
                                "primary", schema.server(), "1", schema.takenAt(), 12)),
                List.of("primary: nothing captured for 9 days"));
    }

    static ProfilesReport profiles() {
        return new ProfilesReport(
                "dryrun.toml",
                "shop",
                List.of(
                        new ProfilesReport.Entry("shop", null, "shop_prod"),
                        new ProfilesReport.Entry("dev", "${DATABASE_URL}", "shop_dev")));
    }

    static ProbeReport probe() {
        return new ProbeReport(
                "PostgreSQL",
                init().snapshots().getFirst().server(),
                "PostgreSQL 18.6 on x86_64-pc-linux-gnu, compiled by gcc 12.2.0, 64-bit",
                "dryrun_reader",
                List.of(),
                List.of(
                        new ProbeReport.Privilege("pg_catalog", true, ""),
                        new ProbeReport.Privilege("pg_stats", false, "2 of 40 tables hidden")),
                List.of());
    }

    private static ObjectRef table(String schema, String name) {
        return new ObjectRef(ObjectKind.TABLE, new QualifiedName(schema, name));
    }
}
