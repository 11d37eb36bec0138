package dev.dryrun.report;

import dev.dryrun.model.SnapshotKey;
import java.util.List;

/// What the documentation shows of remotes, of what moves between them, and of plugins.
final class SharingSamples {

    private static final SnapshotKey KEY = new SnapshotKey("shop", "shop_prod");
    private static final String PLACE = "remote \"team\"";

    private SharingSamples() {}

    static RemotesReport remotes() {
        return new RemotesReport(
                "dryrun.toml",
                List.of(
                        new RemotesReport.Entry(
                                "team",
                                "file",
                                "/mnt/team/dryrun",
                                true,
                                "folder /mnt/team/dryrun, can be read and written",
                                null)));
    }

    static TransferReport push() {
        return new TransferReport(
                PLACE,
                true,
                List.of(
                        new TransferReport.Line(KEY, "schema", 1, 41),
                        new TransferReport.Line(KEY, "activity:primary", 1, 41)),
                7,
                9_120,
                List.of());
    }

    static StoreCheckReport verified() {
        return new StoreCheckReport(
                PLACE, 126, 8_214, 6_120_044, List.of(PLACE + ": objects/3f/3f0c… is missing"));
    }

    static PluginsReport plugins() {
        return new PluginsReport(
                List.of(
                        new PluginsReport.Entry(
                                "example-rule",
                                "/opt/dryrun/plugins/example-rule",
                                "installation",
                                List.of("lint/1"),
                                List.of("com.example.rule"),
                                "example-rule = \"sha256:9f86d081884c7d659a2feaa0c55ad015"
                                        + "a3bf4f1b2b0b822cd15d6c15b0f00a08\"",
                                true,
                                List.of("lint rule example/table_has_comment"),
                                List.of())),
                List.of());
    }
}
