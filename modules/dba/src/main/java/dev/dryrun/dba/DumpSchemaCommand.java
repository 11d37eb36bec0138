package dev.dryrun.dba;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.capture.ConnectionTarget;
import dev.dryrun.capture.ConnectionUri;
import dev.dryrun.cli.MaskOptions;
import dev.dryrun.cli.ProjectOptions;
import dev.dryrun.cli.SummaryOptions;
import dev.dryrun.cli.Terminal;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.model.ServerFact;
import dev.dryrun.report.DumpJson;
import dev.dryrun.report.DumpReport;
import dev.dryrun.report.DumpText;
import dev.dryrun.report.ErrorText;
import dev.dryrun.report.JsonText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the schema of a live database as JSON or as SQL. Stores nothing.
@Command(
        name = "dump-schema",
        description = "Write the schema of a database, for import or for a fresh server.",
        footer = {
            "",
            "Nothing is captured into history.db. JSON is what dryrun import reads: it",
            "holds definitions and no statistics, masked as a capture is. SQL is for a",
            "superuser to run in an empty database of a server of the same version.",
            "Exit status: 0 dumped, 2 could not do it."
        })
final class DumpSchemaCommand implements Callable<Integer> {

    /// The forms a dump can have.
    enum Form {
        JSON,
        SQL
    }

    private static final String SOURCE_VARIABLE = "SOURCE_DATABASE_URL";

    private final Terminal terminal;

    @Option(
            names = "--source",
            paramLabel = "URL",
            description = "The database; default: $SOURCE_DATABASE_URL, then as --db.")
    private @Nullable String source;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file, for its user alone; default: standard output.")
    private @Nullable Path target;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description = "json (default) for import, or sql for a fresh server.")
    private Form form = Form.JSON;

    @Option(names = "--pretty", description = "Spread the JSON over lines, for people.")
    private boolean pretty;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What to call it: the dump says so, and import shows it.")
    private @Nullable String name;

    @Mixin private final ConnectionOptions connection = new ConnectionOptions();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final MaskOptions maskOptions = new MaskOptions();
    @Mixin private final SummaryOptions summary = new SummaryOptions();

    DumpSchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (summary.json() && target == null) {
            throw new InputException(
                    ErrorCode.USAGE,
                    "--json goes with --output: the dump itself is on standard output",
                    "pass --output FILE, or leave --json out");
        }
        if (pretty && form == Form.SQL) {
            throw new InputException(
                    ErrorCode.USAGE, "--pretty goes with --format json", "leave one of them out");
        }
        List<String> warnings = new ArrayList<>(connection.warnings());
        MaskRules masks = maskOptions.rules(options.project(terminal), options, terminal, warnings);
        SchemaDump dump = read(masks, warnings);
        SchemaDump.Written written =
                new OutputFile(terminal, target)
                        .write(out ->
                                form == Form.SQL
                                        ? dump.writeSql(out, name)
                                        : dump.writeJson(out, pretty, name));
        warnings.addAll(written.gaps());
        if (target == null) {
            warnings.forEach(warning -> terminal.err().print(ErrorText.warning(warning)));
            return 0;
        }
        DumpReport report =
                new DumpReport(
                        ProjectOptions.shown(terminal.resolve(target), terminal).toString(),
                        form.name().toLowerCase(Locale.ROOT),
                        dump.server(),
                        dump.objects().size(),
                        written.hash(),
                        warnings);
        terminal.out()
                .print(summary.json() ? JsonText.of(DumpJson.of(report)) : DumpText.of(report));
        return 0;
    }

    /// Closed before the first byte is written: whoever reads slowly keeps no transaction open.
    private SchemaDump read(MaskRules masks, List<String> warnings) {
        try (CaptureSession session =
                CaptureSession.open(database(warnings), connection.guards())) {
            Masker masker = masks.masker(session::readColumnLinks, warnings::add);
            SchemaDump dump = SchemaDump.read(session, masker);
            session.readServerFacts(fact -> warnings.addAll(absent(fact)));
            return dump;
        }
    }

    private ConnectionTarget database(List<String> warnings) {
        if (source != null && ConnectionUri.hasPassword(source)) {
            warnings.add(
                    "the password in --source can be seen in the process list;"
                            + " put it into ~/.pgpass or "
                            + SOURCE_VARIABLE);
        }
        String variable = terminal.environment().getOrDefault(SOURCE_VARIABLE, "");
        String from = source == null && !variable.isEmpty() ? variable : source;
        return connection.requiredTarget(
                options.project(terminal), options.profile(), terminal, from);
    }

    private static List<String> absent(ServerFact fact) {
        List<String> reason = fact.properties().get("absent");
        return reason == null || SchemaDump.OUTSIDE.contains(fact.kind())
                ? List.of()
                : List.of(
                        "no "
                                + fact.kind().word().replace('_', ' ')
                                + " could be read: "
                                + String.join(" ", reason));
    }
}
