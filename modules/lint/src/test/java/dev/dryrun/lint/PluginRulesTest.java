package dev.dryrun.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.lint.spi.LintRule;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.Finding;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
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
    void aDropInStandsBesideTheBuiltIns() throws IOException {
        ModuleLayer layer =
                PluginLayer.of(
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
    void aRuleOverTheWholeCatalogSeesNoPartitions() throws IOException {
        ModuleLayer layer =
                PluginLayer.of(
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
    void aDuplicateIdIsAnErrorThatNamesBothModules() throws IOException {
        ModuleLayer layer =
                PluginLayer.of(
                        folder,
                        "acme.twin",
                        "implements TableRule {"
                                + SELF.formatted("pk/exists")
                                + "public void check(Table t, LintContext c, FindingSink s) {} }");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Linter.withPlugins(List.of(layer)))
                .withMessageContaining("pk/exists")
                .withMessageContaining("dev.dryrun.lint")
                .withMessageContaining("acme.twin");
    }

    @Test
    void aRuleThatThrowsBecomesOneFindingAndTheOthersGoOn() throws IOException {
        ModuleLayer layer =
                PluginLayer.of(
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
                        "rule \"acme/broken\" of acme.broken failed on \"public.t\" with"
                                + " IllegalStateException, so what it looks for may go unseen");
    }

    @Test
    void aRuleThatRecursesForeverBecomesAFinding() throws IOException {
        ModuleLayer layer =
                PluginLayer.of(
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
    void aRuleThatCannotBeMadeBecomesAFinding() throws IOException {
        ModuleLayer layer =
                PluginLayer.of(
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
                        "a lint rule of acme.unmade cannot be loaded: IllegalStateException; what"
                                + " it looks for goes unseen");
    }

    private static List<Finding> lint(ModuleLayer layer, String sql) {
        try (CapturedDatabase database = CapturedDatabase.of(PostgresVersion.V18, sql);
                Catalog catalog = database.open()) {
            Linter linter = Linter.withPlugins(List.of(layer));
            LintSettings settings =
                    new LintSettings(OtherRules.and(linter, List.of()), null, null, null);
            return linter.run(catalog, settings).findings();
        }
    }
}
