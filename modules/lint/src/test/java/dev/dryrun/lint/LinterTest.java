package dev.dryrun.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.Finding;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.PostgresVersion;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LinterTest {

    private static final String SCHEMA =
            """
            CREATE SCHEMA other;
            CREATE TABLE b (name varchar(9), code varchar(9));
            CREATE TABLE a (k bigint PRIMARY KEY, b varchar(9));
            CREATE TABLE other.a (name varchar(9) PRIMARY KEY);
            CREATE TABLE p (k bigint, v varchar(9)) PARTITION BY RANGE (k);
            CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (10);
            CREATE TABLE p_2 PARTITION OF p DEFAULT PARTITION BY RANGE (k);
            CREATE TABLE p_2_1 PARTITION OF p_2 DEFAULT;
            """;

    private CapturedDatabase database;
    private Catalog catalog;

    @BeforeAll
    void capture() {
        database = CapturedDatabase.of(PostgresVersion.V18, SCHEMA);
        catalog = database.open();
    }

    @AfterAll
    void close() {
        catalog.close();
        database.close();
    }

    @Test
    void findingsAreOrderedByObjectThenRuleThenColumn() {
        assertThat(run(LintSettings.ALL).findings())
                .extracting(LinterTest::brief)
                .containsExactly(
                        "other.a types/text_over_varchar name",
                        "public.a types/text_over_varchar b",
                        "public.b pk/exists null",
                        "public.b types/text_over_varchar code",
                        "public.b types/text_over_varchar name",
                        "public.p pk/exists null",
                        "public.p types/text_over_varchar v");
    }

    @Test
    void partitionsAreNotChecked() {
        assertThat(run(LintSettings.ALL).tablesChecked()).isEqualTo(4);
    }

    @Test
    void aSchemaAndATableNarrowWhatIsChecked() {
        LintReport schema = run(new LintSettings(Set.of(), null, "other", null));
        assertThat(schema.tablesChecked()).isEqualTo(1);
        assertThat(schema.findings()).hasSize(1);

        LintReport table = run(new LintSettings(Set.of(), null, null, "a"));
        assertThat(table.tablesChecked()).isEqualTo(2);

        LintReport both = run(new LintSettings(Set.of(), null, "public", "a"));
        assertThat(both.findings())
                .extracting(LinterTest::brief)
                .containsExactly("public.a types/text_over_varchar b");
    }

    @Test
    void findingsBelowTheWantedSeverityAreLeftOut() {
        assertThat(run(new LintSettings(Set.of(), Severity.ERROR, null, null)).findings())
                .extracting(LinterTest::brief)
                .containsExactly("public.b pk/exists null", "public.p pk/exists null");
    }

    @Test
    void aDisabledRuleSaysNothing() {
        RuleId varchar = new RuleId("types/text_over_varchar");
        assertThat(run(new LintSettings(Set.of(varchar), null, null, null)).findings())
                .extracting(LinterTest::brief)
                .containsExactly("public.b pk/exists null", "public.p pk/exists null");
    }

    @Test
    void aDisabledRuleThatDoesNotExistIsNamedWithTheNearestOne() {
        Set<RuleId> disabled = Set.of(new RuleId("pk/exsits"), new RuleId("acme/whatever"));
        assertThat(run(new LintSettings(disabled, null, null, null)).findings())
                .filteredOn(finding -> finding.rule().text().equals("lint/unknown_rule"))
                .extracting(
                        finding -> finding.object().kind().word(),
                        Finding::severity,
                        Finding::message,
                        Finding::recommendation)
                .containsExactlyInAnyOrder(
                        tuple(
                                "lint_rule",
                                Severity.WARNING,
                                "there is no rule \"pk/exsits\", so disabling it does nothing",
                                "write pk/exists, or remove it"),
                        tuple(
                                "lint_rule",
                                Severity.WARNING,
                                "there is no rule \"acme/whatever\", so disabling it does nothing",
                                "remove it from the disabled rules"));
    }

    private LintReport run(LintSettings settings) {
        Linter linter = Linter.withBuiltInRules();
        return linter.run(
                catalog,
                new LintSettings(
                        OtherRules.and(linter, settings.disabledRules()),
                        settings.minSeverity(),
                        settings.schema(),
                        settings.table()));
    }

    private static String brief(Finding finding) {
        return finding.object().name() + " " + finding.rule() + " " + finding.column();
    }
}
