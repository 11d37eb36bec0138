package dev.dryrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.json.JsonValue;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Keeps the examples of `docs/reference/json` equal to what is really printed: the first JSON
/// block of each page. `-Dgolden=update` rewrites them, except where the environment has `CI`.
final class JsonDocumentationTest {

    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Path FOLDER =
            Path.of(System.getProperty("dryrun.root", "../.."), "docs/reference/json");

    private static final boolean UPDATE =
            System.getProperty("golden", "").equals("update") && System.getenv("CI") == null;

    private static Map<String, JsonValue> printed() {
        return Map.ofEntries(
                Map.entry("lint.md", LintJson.of(Samples.findings(), 13)),
                Map.entry("advise.md", AdviceJson.of(AdviceSamples.advice())),
                Map.entry("check-query.md", QueryJson.of(List.of(Samples.query()))),
                Map.entry(
                        "error.md",
                        ErrorJson.of(
                                new HistoryException(
                                        ErrorCode.HISTORY_MISSING,
                                        "there is no snapshot of shop/shop_prod in"
                                                + " .dryrun/history.db",
                                        "capture one with: dryrun init --db URL"))),
                Map.entry("drift.md", DriftJson.of(DiffSamples.drift())),
                Map.entry("snapshot-diff.md", SchemaDiffJson.of(DiffSamples.diff())),
                Map.entry("stats-apply.md", ApplyJson.of(DiffSamples.applied())),
                Map.entry("init.md", InitJson.of(Samples.init())),
                Map.entry("probe.md", ProbeJson.of(Samples.probe())),
                Map.entry("profile.md", ProfilesJson.of(Samples.profiles())),
                Map.entry("dump-schema.md", DumpJson.of(Samples.dump())),
                Map.entry("import.md", ImportJson.of(Samples.imported())),
                Map.entry("mask-verify.md", MaskJson.of(Samples.masking(true))),
                Map.entry("snapshot-delete.md", DeletionJson.of(Samples.deletion())),
                Map.entry("snapshot-prune.md", PruneJson.of(Samples.pruning())),
                Map.entry("snapshot-export.md", ExportJson.of(Samples.export())),
                Map.entry("snapshot-take.md", CaptureJson.of(Samples.capture())),
                Map.entry("snapshot-capture.md", FleetJson.of(Samples.fleet(false))),
                Map.entry(
                        "snapshot-list.md",
                        SnapshotListJson.of(Samples.init().key(), Samples.init().snapshots())),
                Map.entry("snapshot-nodes.md", NodesJson.of(Samples.nodes())),
                Map.entry("plugin.md", PluginsJson.of(SharingSamples.plugins())),
                Map.entry("remote.md", RemotesJson.of(SharingSamples.remotes())),
                Map.entry("snapshot-push.md", TransferJson.of(SharingSamples.push())),
                Map.entry("snapshot-verify.md", StoreCheckJson.of(SharingSamples.verified())),
                Map.entry("version.md", VersionJson.of(Samples.version())));
    }

    @Test
    void everyExampleIsWhatIsPrinted() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        for (Map.Entry<String, JsonValue> entry : printed().entrySet()) {
            if (UPDATE) {
                rewrite(FOLDER.resolve(entry.getKey()), JsonText.of(entry.getValue()));
            }
            documented.put(entry.getKey(), example(entry.getKey()));
            expected.put(entry.getKey(), JsonText.of(entry.getValue()));
        }
        assertThat(documented).isEqualTo(expected);
    }

    @Test
    void everyShapeThatIsDocumentedIsTested() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(printed().keySet());
        }
    }

    private static void rewrite(Path file, String example) throws IOException {
        String block = Matcher.quoteReplacement("```json\n" + example + "```");
        Files.writeString(file, EXAMPLE.matcher(Files.readString(file)).replaceFirst(block));
    }

    private static String example(String file) throws IOException {
        Matcher matcher = EXAMPLE.matcher(Files.readString(FOLDER.resolve(file)));
        return matcher.find() ? matcher.group(1) : "no example in " + file;
    }
}
