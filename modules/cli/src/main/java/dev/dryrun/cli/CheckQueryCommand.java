package dev.dryrun.cli;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.config.Project;
import dev.dryrun.model.QueryReport;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.PsqlScript;
import dev.dryrun.query.QueryCheck;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.QueryAnnotations;
import dev.dryrun.report.QueryJson;
import dev.dryrun.report.QuerySarif;
import dev.dryrun.report.QueryText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Says of each statement in each file whether the captured database would take it.
@Command(
        name = "query",
        description = "Say whether PostgreSQL would accept the statements of each FILE.",
        footer = {"", "Exit status: 0 all valid, 1 a statement is not, 2 could not do it."})
final class CheckQueryCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "A file of SQL statements, one for psql too; a folder of *.sql files; - is"
                        + " standard input."
            })
    private List<String> files = List.of();

    @Mixin private final ProjectOptions project = new ProjectOptions();
    @Mixin private final VerdictOptions verdicts = new VerdictOptions();

    CheckQueryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<SqlSource> sources =
                files.stream().flatMap(file -> SqlSource.all(file, terminal).stream()).toList();
        Project found = project.project(terminal);
        RuleSettings.warnOfUnknown(found, QueryCheck.rules(), terminal);
        List<QueryReport> reports = new ArrayList<>();
        try (Catalog catalog =
                Catalog.open(project.historyFile(found, terminal), project.key(found, terminal))) {
            QueryCheck check = new QueryCheck(PgQuery.load(), catalog, RuleSettings.of(found));
            for (SqlSource source : sources) {
                reports.add(
                        new QueryReport(source.name(), check.check(PsqlScript.of(source.text()))));
            }
        }
        print(reports, sources);
        return reports.stream().allMatch(QueryReport::valid) ? 0 : 1;
    }

    private void print(List<QueryReport> reports, List<SqlSource> sources) {
        PrintWriter out = terminal.out();
        switch (verdicts.format()) {
            case TEXT -> {
                for (int i = 0; i < reports.size(); i++) {
                    out.print(QueryText.of(reports.get(i), sources.get(i).text()));
                }
            }
            case JSON -> out.print(JsonText.of(QueryJson.of(reports)));
            case SARIF -> out.print(JsonText.of(QuerySarif.of(reports, VersionCommand.version())));
            case GITHUB -> reports.forEach(report -> out.print(QueryAnnotations.of(report)));
        }
    }
}
