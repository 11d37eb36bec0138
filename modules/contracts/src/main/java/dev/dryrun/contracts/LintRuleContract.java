package dev.dryrun.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.lint.LintSettings;
import dev.dryrun.lint.Linter;
import dev.dryrun.lint.spi.LintRule;
import dev.dryrun.lint.spi.Violation;
import dev.dryrun.model.Finding;
import dev.dryrun.model.RuleId;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a lint rule has to pass. A test class in the rule's own module implements this and inherits
/// its tests.
///
/// The kit brings a schema with an object of every kind. The rule's author brings schemas that the
/// rule objects to and schemas that it does not: what `dryrun dump-schema` writes of a database.
public interface LintRuleContract {

    /// {@return the rule}
    LintRule rule();

    /// {@return dumped schemas in each of which the rule finds something; at least one}
    List<Path> bad();

    /// {@return dumped schemas in which it finds nothing; at least one}
    List<Path> good();

    /// Reports, configuration and baselines hold it.
    @Test
    default void itsIdIsItsOwnAndAlwaysTheSame() {
        assertEquals(rule().id(), rule().id());
        assertFalse(
                Set.of("lint", "query", "index", "plan").contains(rule().id().group()),
                "that group is for findings about rules, statements and plans");
        List<LintRule> same =
                Linter.withBuiltInRules().rules().stream()
                        .filter(it -> it.id().equals(rule().id()))
                        .toList();
        assertTrue(same.size() < 2, "another rule has the id");
        assertTrue(
                same.stream().allMatch(it -> it.getClass().equals(rule().getClass())),
                "a rule that comes with DryRun has the id");
    }

    /// Lists of rules and reports show it.
    @Test
    default void itSaysWhatItDemandsInOneLineAndWhereItIsExplained() {
        assertEquals(rule().info(), rule().info());
        String summary = rule().info().summary();
        assertFalse(summary.isBlank(), "no summary");
        assertFalse(summary.contains("\n") || summary.endsWith("."), summary);
        assertFalse(rule().info().docs().isBlank(), "docs is empty: where is it explained?");
    }

    /// Nothing else finds it.
    @Test
    default void itsModuleProvidesIt() {
        Module module = rule().getClass().getModule();
        assertTrue(module.isNamed(), "it is in no module: a plugin has a module-info.java");
        assertTrue(
                module.getDescriptor().provides().stream()
                        .filter(it -> it.service().equals(LintRule.class.getName()))
                        .map(ModuleDescriptor.Provides::providers)
                        .anyMatch(it -> it.contains(rule().getClass().getName())),
                "module-info.java does not provide it");
    }

    /// What the rule exists for.
    @Test
    default void whatIsBadIsFound() {
        assertFalse(bad().isEmpty(), "no schema to find something in");
        for (Path dump : bad()) {
            assertFalse(findings(dump).isEmpty(), "nothing is found in " + dump);
        }
    }

    /// A rule that cries wolf is switched off.
    @Test
    default void whatIsGoodIsLeftAlone() {
        assertFalse(good().isEmpty(), "no schema to find nothing in");
        for (Path dump : good()) {
            assertEquals(List.of(), findings(dump), dump.toString());
        }
    }

    /// Its own failure would stand in the report.
    @Test
    default void noSchemaMakesItFail() {
        try (SampleSchema schema = SampleSchema.everyObject()) {
            findings(schema);
        }
    }

    /// A report is one line for each, and a fix is run as it is.
    @Test
    default void eachFindingIsOneLineAndItsFixIsStatements() {
        for (Path dump : bad()) {
            for (Finding finding : findings(dump)) {
                assertLine(finding.message());
                assertLine(finding.recommendation());
                String fix = finding.ddlFix();
                if (fix != null) {
                    assertTrue(
                            fix.lines().allMatch(line -> line.endsWith(";")),
                            "each statement stands on a line and ends in a semicolon: " + fix);
                }
            }
        }
    }

    /// Baselines compare reports.
    @Test
    default void theSameSchemaGivesTheSameFindings() {
        for (Path dump : bad()) {
            try (SampleSchema schema = SampleSchema.of(dump)) {
                List<Finding> once = findings(schema);
                IntStream.range(0, 4)
                        .parallel()
                        .forEach(_ -> assertEquals(once, findings(schema), dump.toString()));
            }
        }
    }

    private static void assertLine(String text) {
        assertFalse(text.isBlank(), "an empty message");
        assertFalse(text.contains("\n"), "more than one line: " + text);
        assertFalse(text.endsWith("."), "no full stop: " + text);
        assertFalse(Character.isUpperCase(text.charAt(0)), "lower-case start: " + text);
        assertTrue(
                text.length() <= Violation.MESSAGE_LENGTH_MAX,
                "longer than " + Violation.MESSAGE_LENGTH_MAX + ": " + text);
    }

    private List<Finding> findings(Path dump) {
        try (SampleSchema schema = SampleSchema.of(dump)) {
            return findings(schema);
        }
    }

    private List<Finding> findings(SampleSchema schema) {
        Linter linter = Linter.withBuiltInRules();
        Set<RuleId> others =
                linter.rules().stream()
                        .map(LintRule::id)
                        .filter(id -> !id.equals(rule().id()))
                        .collect(Collectors.toCollection(HashSet::new));
        try (Catalog catalog = schema.open()) {
            List<Finding> findings =
                    linter.run(catalog, new LintSettings(others, null, null, null)).findings();
            for (Finding finding : findings) {
                assertEquals(rule().id(), finding.rule(), finding.message());
            }
            return findings;
        }
    }
}
