package dev.dryrun.query.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.SqlPlace;
import dev.dryrun.model.SqlWarning;
import dev.dryrun.model.StatementVerdict;
import dev.dryrun.pgquery.ParseResult;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.SplitStatement;
import dev.dryrun.query.QueryCheck;
import dev.dryrun.query.QuerySettings;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.Golden;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What every rule must stand: its `bad.sql` and its `good.sql`, on a captured database. The files
/// are in `src/test/golden/rules/query-<name>`.
///
/// @param database has the tables of `src/test/patterns/schema.sql`
/// @param catalog what was captured of it
record PatternTester(CapturedDatabase database, Catalog catalog) {

    private static final int MESSAGE_LENGTH_MAX = 200;

    /// From here on, `good.sql` has what the server would not plan otherwise.
    private static final String NOT_PLANNED = "-- Not asked of the server\n";

    /// What the rule says of `bad.sql` is what `report.txt` says; of every statement something.
    void findsWhatIsBad(PatternRule rule) {
        String sql = sql(rule, "bad.sql");
        List<StatementVerdict> verdicts = check(rule, sql);
        assertThat(verdicts)
                .allSatisfy(verdict -> {
                    assertThat(verdict.errors()).isEmpty();
                    assertThat(verdict.warnings()).isNotEmpty();
                });
        Golden.of(folder(rule)).matches("report.txt", text(verdicts));
    }

    /// The rule has nothing to say of `good.sql`, and the server takes it.
    void passesWhatIsGood(PatternRule rule) {
        List<StatementVerdict> verdicts = check(rule, sql(rule, "good.sql"));
        assertThat(verdicts)
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict.errors()).isEmpty());
        assertThat(text(verdicts)).isEmpty();
    }

    /// Messages have the form that all have.
    void itsMessagesAreInForm(PatternRule rule) {
        for (StatementVerdict verdict : check(rule, sql(rule, "bad.sql"))) {
            for (SqlWarning warning : verdict.warnings()) {
                assertThat(warning.severity()).isEqualTo(rule.rule().severity());
                inForm(warning.message());
                String hint = warning.hint();
                if (hint != null) {
                    inForm(hint);
                }
            }
        }
    }

    private static void inForm(String text) {
        assertThat(text)
                .hasSizeLessThanOrEqualTo(MESSAGE_LENGTH_MAX)
                .doesNotContain("\n")
                .doesNotContain("  ")
                .doesNotEndWith(".");
    }

    /// {@return what one rule says, and no other}
    List<StatementVerdict> check(PatternRule rule, String sql) {
        Set<RuleId> others =
                Patterns.ids().stream()
                        .filter(id -> !id.equals(rule.rule().id()))
                        .collect(Collectors.toSet());
        return new QueryCheck(PgQuery.load(), catalog, new QuerySettings(others, null)).check(sql);
    }

    /// {@return the statements of a file whose plans show what the rule means}
    List<String> planned(PatternRule rule, String file) {
        String all = sql(rule, file);
        int end = all.indexOf(NOT_PLANNED);
        String sql = end < 0 ? all : all.substring(0, end);
        return PgQuery.load().split(sql)
                        instanceof
                        ParseResult.Parsed<List<SplitStatement>>(List<SplitStatement> pieces)
                ? pieces.stream().map(SplitStatement::text).toList()
                : List.of();
    }

    /// {@return how a real server would run a statement}
    String plan(String sql) {
        String url = database.url();
        return PostgresServer.shared(PostgresVersion.V18)
                .query(url.substring(url.lastIndexOf('/') + 1), "EXPLAIN (COSTS OFF) " + sql)
                .stream()
                .map(row -> String.valueOf(row.getFirst()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String folder(PatternRule rule) {
        return "rules/" + rule.rule().docs();
    }

    private static String sql(PatternRule rule, String file) {
        return file("src/test/golden/" + folder(rule) + "/" + file);
    }

    /// {@return a file of the module}
    static String file(String path) {
        try {
            return Files.readString(Path.of(System.getProperty("basedir", "."), path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(List<StatementVerdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> verdict.warnings().stream())
                .map(PatternTester::text)
                .collect(Collectors.joining());
    }

    private static String text(SqlWarning warning) {
        SqlPlace place = warning.place();
        return "%s%s: %s%n%s"
                .formatted(
                        place == null ? "" : place.line() + ":" + place.column() + " ",
                        warning.severity().word(),
                        warning.message(),
                        warning.hint() == null ? "" : "    hint: " + warning.hint() + "\n");
    }
}
