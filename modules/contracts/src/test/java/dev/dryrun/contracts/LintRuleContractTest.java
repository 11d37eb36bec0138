package dev.dryrun.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.lint.spi.FindingSink;
import dev.dryrun.lint.spi.LintContext;
import dev.dryrun.lint.spi.LintRule;
import dev.dryrun.lint.spi.RuleInfo;
import dev.dryrun.lint.spi.TableRule;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import dev.dryrun.model.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// The kit finds what it is for.
final class LintRuleContractTest {

    private static final Path DUMPS = Path.of(System.getProperty("basedir"), "src/test/dumps");
    private static final Path KEY = DUMPS.resolve("with-key.json");
    private static final Path NO_KEY = DUMPS.resolve("without-key.json");

    private record Kit(LintRule rule, List<Path> bad, List<Path> good)
            implements LintRuleContract {}

    @Test
    void aRuleThatFindsNothingIsFound() {
        assertFinds(
                "nothing is found", new Kit(pk(), List.of(KEY), List.of(KEY))::whatIsBadIsFound);
    }

    @Test
    void aRuleThatCriesWolfIsFound() {
        assertFinds(
                "without-key",
                new Kit(pk(), List.of(NO_KEY), List.of(NO_KEY))::whatIsGoodIsLeftAlone);
    }

    @Test
    void aRuleThatNobodyProvidesIsFound() {
        LintRuleContract kit = new Kit(new Stray("acme/stray", "do it"), List.of(), List.of());

        assertFinds("does not provide", kit::itsModuleProvidesIt);
        assertFinds("no schema", kit::whatIsBadIsFound);
        assertFinds("no schema", kit::whatIsGoodIsLeftAlone);
    }

    @Test
    void anIdThatIsTakenIsFound() {
        assertFinds(
                "comes with DryRun",
                new Kit(new Stray("pk/exists", "do it"), List.of(), List.of())
                        ::itsIdIsItsOwnAndAlwaysTheSame);
        assertFinds(
                "about rules",
                new Kit(new Stray("lint/stray", "do it"), List.of(), List.of())
                        ::itsIdIsItsOwnAndAlwaysTheSame);
    }

    @Test
    void aSummaryWithAFullStopIsFound() {
        assertFinds(
                "Do it.",
                new Kit(new Stray("acme/stray", "Do it."), List.of(), List.of())
                        ::itSaysWhatItDemandsInOneLineAndWhereItIsExplained);
    }

    private static LintRule pk() {
        return new PkExistsTest().rule();
    }

    private static void assertFinds(String message, Executable check) {
        assertThatThrownBy(check::execute)
                .isInstanceOf(AssertionError.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(message));
    }

    private record Stray(String name, String summary) implements TableRule {

        @Override
        public RuleId id() {
            return new RuleId(name);
        }

        @Override
        public RuleInfo info() {
            return new RuleInfo(summary, Severity.INFO, "https://example.org");
        }

        @Override
        public void check(Table table, LintContext context, FindingSink findings) {}
    }
}
