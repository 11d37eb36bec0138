package dev.dryrun.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.lint.spi.LintRule;
import dev.dryrun.model.Finding;
import dev.dryrun.model.PluginLayer;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.PostgresVersion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginRulesTest {

    private static final String SELF =
            """
            public RuleId id() { return new RuleId("%s"); }
            public RuleInfo info() {
                return new RuleInfo("test", Severity.INFO, "https://example.org");
            }
            """;

    @TempDir private Path folder;

    @Test
    void aDropInStandsBesideTheBuiltIns() {
        PluginLayer layer =
                RulePlugin.of(
                        folder,
                        "acme.every",
                        "implements TableRule {"
                                + SELF.formatted("acme/every")
                                + """
                                public void check(Table t, LintContext c, FindingSink s) {
                                    s.add(Violation.of(t, "m", "r"));
                                }
                                }
                                """);
        assertThat(Linter.withPlugins(List.of(layer)).rules())
                .extracting(LintRule::id)
                .extracting(Object::toString)
                .contains("acme/every", "pk/exists")
                .isSorted();
        assertThat(lint(layer, "CREATE TABLE t (k int PRIMARY KEY)"))
                .extracting(finding -> finding.rule() + " " + finding.object().name())
                .containsExactly("acme/every public.t");
    }

    @Test
    void aRuleOverTheWholeCatalogSeesNoPartitions() {
        PluginLayer layer =
                RulePlugin.of(
                        folder,
                        "acme.whole",
                        "implements CatalogRule {"
                                + SELF.formatted("acme/whole")
                                + """
                                public void check(LintContext c, FindingSink s) {
                                    c.forEachTable(t -> s.add(Violation.of(t, "m", "r")));
                                }
                                }
                                """);
        String sql =
                "CREATE TABLE p (k int PRIMARY KEY) PARTITION BY RANGE (k);"
                        + "CREATE TABLE p_1 PARTITION OF p DEFAULT";
        assertThat(lint(layer, sql))
                .extracting(finding -> finding.object().name().display())
                .containsExactly("public.p");
    }

    @Test
    void aBuiltInRuleStaysWhenAPluginHasItsId() {
        PluginLayer layer = RulePlugin.of(folder, "acme.twin", quiet("pk/exists"));

        List<Finding> findings = lint(layer, "CREATE TABLE t (k int)");

        assertThat(findings)
                .extracting(finding -> finding.rule().text())
                .containsExactly("lint/rule_failed", "pk/exists");
        assertThat(findings.getFirst().message())
                .isEqualTo(
                        "rule \"pk/exists\" of acme.twin ("
                                + layer.folder()
                                + ") has the id of a rule of dev.dryrun.lint: the plugin's is not"
                                + " used");
        assertThat(Linter.withPlugins(List.of(layer)).rules())
                .filteredOn(rule -> rule.id().text().equals("pk/exists"))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.getClass().getModule().getName())
                                .isEqualTo("dev.dryrun.lint"));
    }

    @Test
    void ofPluginsWithOneIdNoneIsUsed() {
        List<PluginLayer> three =
                List.of(
                        RulePlugin.of(folder, "acme.one", quiet("acme/same")),
                        RulePlugin.of(folder, "acme.two", quiet("acme/same")),
                        RulePlugin.of(folder, "acme.three", quiet("acme/same")));

        RuleRegistry registry = RuleRegistry.of(three);

        assertThat(registry.rules())
                .extracting(rule -> rule.id().text())
                .contains("pk/exists")
                .doesNotContain("acme/same");
        assertThat(registry.broken())
                .extracting(Finding::message)
                .satisfiesExactly(
                        second ->
                                assertThat(second)
                                        .contains("of acme.two (", "of acme.one (", "neither"),
                        third -> assertThat(third).contains("of acme.three (", "neither"));
    }

    @Test
    void aRuleRunsWithItsPluginsClassLoader() {
        PluginLayer layer =
                RulePlugin.of(
                        folder,
                        "acme.loader",
                        "implements TableRule {"
                                + SELF.formatted("acme/loader")
                                + """
                                private final ClassLoader made =
                                        Thread.currentThread().getContextClassLoader();
                                public void check(Table t, LintContext c, FindingSink s) {
                                    ClassLoader own = getClass().getClassLoader();
                                    ClassLoader now =
                                            Thread.currentThread().getContextClassLoader();
                                    if (made != own || now != own) {
                                        s.add(Violation.of(t, "m", "r"));
                                    }
                                }
                                }
                                """);
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        assertThat(lint(layer, "CREATE TABLE t (k int PRIMARY KEY)")).isEmpty();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void aRuleThatThrowsBecomesOneFindingAndTheOthersGoOn() {
        PluginLayer layer =
                RulePlugin.of(
                        folder,
                        "acme.broken",
                        "implements TableRule {"
                                + SELF.formatted("acme/broken")
                                + """
                                public void check(Table t, LintContext c, FindingSink s) {
                                    throw new IllegalStateException("secret");
                                }
                                }
                                """);
        assertThat(lint(layer, "CREATE TABLE t (k int); CREATE TABLE u (k int)"))
                .extracting(finding -> finding.rule() + " " + finding.object().name())
                .containsExactly(
                        "lint/rule_failed acme.broken", "pk/exists public.t", "pk/exists public.u");
        assertThat(lint(layer, "CREATE TABLE t (k int)").getFirst().message())
                .isEqualTo(
                        "rule \"acme/broken\" of acme.broken ("
                                + layer.folder()
                                + ") failed on \"public.t\" with IllegalStateException, so what it"
                                + " looks for may go unseen");
    }

    @Test
    void aRuleThatRecursesForeverBecomesAFinding() {
        PluginLayer layer =
                RulePlugin.of(
                        folder,
                        "acme.deep",
                        "implements TableRule {"
                                + SELF.formatted("acme/deep")
                                + """
                                public void check(Table t, LintContext c, FindingSink s) {
                                    check(t, c, s);
                                }
                                }
                                """);
        assertThat(lint(layer, "CREATE TABLE t (k int PRIMARY KEY)"))
                .extracting(finding -> finding.rule().text())
                .containsExactly("lint/rule_failed");
    }

    @Test
    void aRuleThatCannotBeMadeBecomesAFinding() {
        PluginLayer layer =
                RulePlugin.of(
                        folder,
                        "acme.unmade",
                        "implements TableRule {"
                                + SELF.formatted("acme/unmade")
                                + """
                                public Rule() { throw new IllegalStateException("secret"); }
                                public void check(Table t, LintContext c, FindingSink s) {}
                                }
                                """);
        assertThat(lint(layer, "CREATE TABLE t (k int PRIMARY KEY)"))
                .extracting(Finding::message)
                .containsExactly(
                        "a lint rule of acme.unmade ("
                                + layer.folder()
                                + ") cannot be loaded: IllegalStateException; what it"
                                + " looks for goes unseen");
    }

    private static String quiet(String id) {
        return "implements TableRule {"
                + SELF.formatted(id)
                + "public void check(Table t, LintContext c, FindingSink s) {} }";
    }

    private static List<Finding> lint(PluginLayer layer, String sql) {
        try (CapturedDatabase database = CapturedDatabase.of(PostgresVersion.V18, sql);
                Catalog catalog = database.open()) {
            Linter linter = Linter.withPlugins(List.of(layer));
            LintSettings settings =
                    new LintSettings(OtherRules.and(linter, List.of()), null, null, null);
            return linter.run(catalog, settings).findings();
        }
    }
}
