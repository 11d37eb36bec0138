package dev.dryrun.dba;

import dev.dryrun.apply.Applied;
import dev.dryrun.apply.ApplyOptions;
import dev.dryrun.apply.DevDatabase;
import dev.dryrun.apply.ProductionGuard;
import dev.dryrun.apply.Scale;
import dev.dryrun.apply.Target;
import dev.dryrun.apply.Undone;
import dev.dryrun.capture.CancelOnExit;
import dev.dryrun.capture.ConnectionTarget;
import dev.dryrun.capture.ConnectionUri;
import dev.dryrun.capture.Connections;
import dev.dryrun.catalog.Catalog;
import dev.dryrun.cli.Confirmation;
import dev.dryrun.cli.OutputOptions;
import dev.dryrun.cli.ProjectOptions;
import dev.dryrun.cli.Terminal;
import dev.dryrun.config.Project;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotFilter;
import dev.dryrun.model.ApplyException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.report.ApplyJson;
import dev.dryrun.report.ApplyReport;
import dev.dryrun.report.ApplyText;
import dev.dryrun.report.ErrorText;
import dev.dryrun.report.JsonText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the newest captured statistics into a development database, so that it plans as
/// production does.
@Command(
        name = "apply",
        description = "Write production's planner statistics into a development database.",
        footer = {
            "",
            "Never production: the captured server, an address that a node is captured at,",
            "a standby, a server with standbys or replication slots, and a public address",
            "are refused. PostgreSQL 14 to 17 take statistics from a superuser only, 18 from",
            "the owner of the tables. Where the planner's settings differ, SET statements",
            "go to standard output; everything else is said on standard error.",
            "Exit status: 0 applied, 2 could not do it; then nothing was written."
        })
final class StatsApplyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--db",
            required = true,
            paramLabel = "URL",
            description = "The development database. It is never taken from elsewhere.")
    private String url = "";

    @Option(
            names = "--scale",
            paramLabel = "SIZE",
            description = {
                "rows: production's row counts in smaller tables;",
                "pages: the captured sizes; none: no sizes. Default:",
                "rows under half the captured size, else pages."
            })
    private Scale scale = Scale.AUTO;

    @Option(
            names = "--settings",
            description = "Give the database production's planner settings (ALTER DATABASE).")
    private boolean settings;

    @Option(names = "--undo", description = "Put back what the database had before, and forget it.")
    private boolean undo;

    @Option(
            names = "--i-know-this-is-not-production",
            description = "Write to an address that is neither loopback nor private.")
    private boolean notProduction;

    @Mixin private final Confirmation confirmation = new Confirmation();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    StatsApplyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        SnapshotKey key = options.key(project, terminal);
        Path history = options.historyFile(project, terminal);
        List<String> warnings = new ArrayList<>();
        ConnectionTarget target = ConnectionUri.parse(url, terminal.environment());
        if (ConnectionUri.hasPassword(url)) {
            warnings.add(
                    "the password in --db can be seen in the process list;"
                            + " put it into ~/.pgpass or PGPASSWORD");
        }
        CapturedPlaces places =
                CapturedPlaces.of(project, options.profile(), terminal.environment());
        warnings.addAll(places.warnings());
        DevAddress address = new DevAddress(places.nodes(), notProduction);
        address.check(target);
        ProductionGuard guard = new ProductionGuard(identifiers(history, warnings), notProduction);
        try (Connection connection = Connections.readWrite(target);
                CancelOnExit _ = CancelOnExit.of(connection);
                DevDatabase dev = DevDatabase.open(connection, guard)) {
            String there = dev.target().address();
            if (there != null) {
                address.check(there, dev.target().port());
            }
            if (undo) {
                putBack(dev, target, warnings);
            } else {
                write(dev, target, key, history, warnings);
            }
            return 0;
        } catch (SQLException e) {
            throw new ApplyException(
                    ErrorCode.APPLY_FAILED,
                    "the connection cannot be closed",
                    "look whether the statistics are there",
                    e);
        }
    }

    private void write(
            DevDatabase dev,
            ConnectionTarget target,
            SnapshotKey key,
            Path history,
            List<String> warnings) {
        try (Catalog catalog = Catalog.open(history, key)) {
            SnapshotInfo planner =
                    catalog.planner()
                            .orElseThrow(() ->
                                    new HistoryException(
                                            ErrorCode.HISTORY_MISSING,
                                            "no statistics of " + key + " were captured",
                                            "capture them with: dryrun snapshot take --db URL"));
            confirmation.demand(
                    terminal,
                    "write the statistics of " + key + " into " + shown(dev.target(), target),
                    "");
            Applied applied = dev.apply(catalog, new ApplyOptions(scale, settings));
            show(report(planner, dev.target(), applied, warnings));
        }
    }

    private void show(ApplyReport report) {
        if (output.json()) {
            terminal.out().print(JsonText.of(ApplyJson.of(report)));
            return;
        }
        terminal.err().print(ApplyText.of(report));
        terminal.out().print(ApplyText.script(report));
    }

    private void putBack(DevDatabase dev, ConnectionTarget target, List<String> warnings) {
        confirmation.demand(
                terminal,
                "put back the statistics that were in " + shown(dev.target(), target),
                "");
        Undone undone = dev.undo();
        if (output.json()) {
            terminal.out()
                    .print(
                            JsonText.of(
                                    ApplyJson.undone(
                                            dev.target().database(),
                                            undone.tables(),
                                            undone.gone(),
                                            undone.settings())));
            return;
        }
        warnings.forEach(warning -> terminal.err().print(ErrorText.warning(warning)));
        terminal.err()
                .print(
                        "Undone: %d tables and indexes and %d settings as they were; %d are gone%n"
                                .formatted(undone.tables(), undone.settings(), undone.gone()));
    }

    private static String shown(Target server, ConnectionTarget target) {
        return "the database \""
                + server.database()
                + "\" of PostgreSQL "
                + server.version()
                + " at "
                + String.join(", ", target.hosts().stream().map(DevAddress::shown).toList());
    }

    /// Of every capture in the file: one of another database of the same server counts as well.
    private static Set<String> identifiers(Path history, List<String> warnings) {
        Set<String> identifiers = new HashSet<>();
        try (HistoryFile file = HistoryFile.openForReading(history)) {
            for (SnapshotKey any : file.keys()) {
                file.list(any, SnapshotFilter.ALL)
                        .forEach(it ->
                                it.server().systemIdentifier().known().ifPresent(identifiers::add));
            }
        }
        if (identifiers.isEmpty()) {
            warnings.add(
                    "no capture says its server's system identifier, so that the captured server"
                            + " could only be told by its address");
        }
        return identifiers;
    }

    private static ApplyReport report(
            SnapshotInfo planner, Target target, Applied applied, List<String> warnings) {
        TreeMap<String, String> settings = new TreeMap<>();
        applied.settings().forEach(setting -> settings.put(setting.name(), setting.value()));
        return new ApplyReport(
                planner.key(),
                planner.takenAt(),
                target.database(),
                target.version(),
                applied.method(),
                applied.tables(),
                applied.indexes(),
                applied.columns(),
                applied.extended(),
                applied.scaled(),
                applied.pagesMade(),
                applied.missing(),
                applied.leftOut().stream()
                        .map(it -> new ApplyReport.LeftOut(it.object(), it.reason()))
                        .toList(),
                settings,
                applied.settingsWritten(),
                warnings);
    }
}
