package dev.dryrun.cli;

import dev.dryrun.advise.Adviser;
import dev.dryrun.advise.Plan;
import dev.dryrun.advise.PlanReader;
import dev.dryrun.catalog.Catalog;
import dev.dryrun.config.Project;
import dev.dryrun.model.Advice;
import dev.dryrun.model.AdviceReport;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.model.RuleId;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.PsqlScript;
import dev.dryrun.query.QueryCheck;
import dev.dryrun.query.QuerySettings;
import dev.dryrun.query.ReadStatement;
import dev.dryrun.report.AdviceJson;
import dev.dryrun.report.AdviceText;
import dev.dryrun.report.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says why a query is slow, from its plan where there is one, and what to do about it.
@Command(
        name = "advise",
        description = "Say what makes a query slow, and which index would help.",
        footer = {
            "",
            "From a plan, as EXPLAIN (ANALYZE, BUFFERS) gives it, most can be said; from the",
            "query alone, which of its conditions no index serves.",
            "",
            "Exit status: 0 nothing but notes, 1 a warning or an invalid statement,",
            "2 could not do it."
        })
final class AdviseCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE",
            description = "A query, or a plan by itself; - is standard input.")
    private String file = "";

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "What EXPLAIN printed of the query: its text or FORMAT JSON.")
    private @Nullable String planFile;

    @Mixin private final ProjectOptions project = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    AdviseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SqlSource source = SqlSource.read(file, terminal);
        boolean alone = PlanReader.looksLikePlan(source.text());
        if (alone && planFile != null) {
            throw new InputException(
                    ErrorCode.USAGE,
                    file + " is a plan, and --plan names another",
                    "give the query as FILE, or one plan alone");
        }
        List<Plan> plans = alone ? plans(source) : plans(planFile);
        String sql = alone ? "" : source.text();
        AdviceReport report = advise(sql, plans);
        terminal.out()
                .print(
                        output.json()
                                ? JsonText.of(AdviceJson.of(report))
                                : AdviceText.of(report, sql));
        return report.clean() ? 0 : 1;
    }

    private List<Plan> plans(@Nullable String name) {
        return name == null ? List.of() : plans(SqlSource.read(name, terminal));
    }

    private static List<Plan> plans(SqlSource source) {
        return PlanReader.read(source.name(), source.text());
    }

    private AdviceReport advise(String sql, List<Plan> plans) {
        Project found = project.project(terminal);
        RuleSettings.warnOfUnknown(found, rules(), terminal);
        QuerySettings settings = RuleSettings.of(found);
        try (Catalog catalog =
                Catalog.open(project.historyFile(found, terminal), project.key(found, terminal))) {
            PgQuery parser = PgQuery.load();
            QueryCheck check = new QueryCheck(parser, catalog, settings);
            List<ReadStatement> statements = check.read(PsqlScript.of(sql));
            Adviser adviser = new Adviser(parser, catalog, check, settings);
            List<Advice> advice = new ArrayList<>();
            plans.forEach(plan -> advice.addAll(adviser.ofPlan(plan)));
            if (plans.isEmpty()) {
                advice.addAll(adviser.ofQuery(statements));
            }
            return new AdviceReport(
                    file,
                    statements.stream().map(ReadStatement::verdict).toList(),
                    !plans.isEmpty(),
                    advice);
        }
    }

    private static List<RuleId> rules() {
        return Stream.concat(QueryCheck.rules().stream(), Adviser.rules().stream()).toList();
    }
}
