package dev.dryrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.QueryReport;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.StatementVerdict;
import dev.dryrun.testkit.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextGoldenTest {

    private final Golden golden = Golden.of("text");

    @Test
    void findingsAreShownWithWhatToDo() {
        golden.matches("lint.txt", LintText.of(Samples.findings(), 13));
    }

    @Test
    void noFindingsAreSaidInOneLine() {
        assertThat(LintText.of(List.of(), 1)).isEqualTo("No findings (1 table checked)\n");
    }

    @Test
    void verdictsAreShownWithACaretUnderThePlace() {
        golden.matches("check-query.txt", QueryText.of(Samples.query(), Samples.BAD_SQL));
    }

    @Test
    void verdictsAreShownAsSarifAndAsAnnotations() {
        golden.matches(
                "check-query.sarif", JsonText.of(QuerySarif.of(List.of(Samples.query()), "1.2.3")));
        golden.matches("check-query-github.txt", QueryAnnotations.of(Samples.query()));
    }

    @Test
    void aValidFileIsSaidInOneLine() {
        StatementVerdict valid = StatementVerdict.accepted(List.of(), List.of());
        assertThat(QueryText.of(new QueryReport("-", List.of(valid, valid)), "SELECT 1; SELECT 2"))
                .isEqualTo("-: valid (2 statements)\n");
    }

    @Test
    void whatInitDidIsShownWithWhatComesNext() {
        golden.matches("init.txt", InitText.of(Samples.init()));
    }

    @Test
    void initWithoutADatabaseSaysHowToCapture() {
        InitReport report =
                new InitReport(
                        new SnapshotKey("shop", "shop"),
                        "dryrun.toml",
                        false,
                        ".dryrun/history.db",
                        List.of(),
                        List.of());
        assertThat(InitText.of(report))
                .isEqualTo("Kept dryrun.toml\nNext: dryrun init --db URL captures the database\n");
    }

    @Test
    void whatWasCapturedIsShownStreamByStream() {
        golden.matches("snapshot-take.txt", CaptureText.of(Samples.capture()));
    }

    @Test
    void aDumpItsImportAndAnExportSayWhereTheyWent() {
        golden.matches("dump-schema.txt", DumpText.of(Samples.dump()));
        golden.matches("import.txt", ImportText.of(Samples.imported()));
        golden.matches("snapshot-export.txt", ExportText.of(Samples.export()));
    }

    @Test
    void survivingValuesAreCountedAndPrintedOnlyWhenAsked() {
        golden.matches("mask-verify.txt", MaskText.of(Samples.masking(false)));
        golden.matches("mask-verify-show.txt", MaskText.of(Samples.masking(true)));
        assertThat(MaskText.of(Samples.masking(false))).doesNotContain("paid", "Ada");
    }

    @Test
    void whatGoesIsListedBeforeAndAfterwards() {
        golden.matches("snapshot-delete.txt", DeletionText.of(Samples.deletion()));
        golden.matches("snapshot-prune.txt", PruneText.of(Samples.pruning()));
        assertThat(DeletionText.inShort(Samples.deletion()))
                .isEqualTo(
                        "delete the schema snapshot of 2026-03-01T08:30:00Z"
                                + " and 1 snapshot bound to it");
    }

    @Test
    void aFleetIsShownNodeByNodeAndWhatFailedAfterwards() {
        golden.matches("snapshot-capture.txt", FleetText.of(Samples.fleet(false)));
        golden.matches("snapshot-capture-check.txt", FleetText.of(Samples.fleet(true)));
    }

    @Test
    void snapshotsNodesAndProfilesAreTables() {
        golden.matches(
                "snapshot-list.txt",
                SnapshotListText.of(Samples.init().key(), Samples.init().snapshots()));
        golden.matches("snapshot-nodes.txt", NodesText.of(Samples.nodes()));
        golden.matches("profile-list.txt", ProfilesText.of(Samples.profiles()));
        golden.matches(
                "profile-show.txt", ProfilesText.of(Samples.profiles().profiles().getLast()));
    }

    @Test
    void aProbeSaysWhoAnswersThenWhatMayBeRead() {
        golden.matches("probe.txt", ProbeText.of(Samples.probe()));
    }

    @Test
    void theVersionComesFirst() {
        golden.matches("version.txt", VersionText.of(Samples.version()));
    }

    @Test
    void anErrorIsTwoLines() {
        assertThat(
                        ErrorText.of(
                                new ConfigException(
                                        ErrorCode.CONFIG_INVALID, "bad\nname", "mend \u001b[2J")))
                .isEqualTo("error: bad\\nname\nhint: mend \\u001b[2J\n");
    }
}
