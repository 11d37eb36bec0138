package dev.dryrun.contracts;

import dev.dryrun.lint.Linter;
import dev.dryrun.lint.spi.LintRule;
import java.nio.file.Path;
import java.util.List;

/// A rule that comes with DryRun passes what a plugin's has to.
final class PkExistsTest implements LintRuleContract {

    private static final Path DUMPS = Path.of(System.getProperty("basedir"), "src/test/dumps");

    @Override
    public LintRule rule() {
        return Linter.withBuiltInRules().rules().stream()
                .filter(rule -> rule.id().text().equals("pk/exists"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Path> bad() {
        return List.of(DUMPS.resolve("without-key.json"));
    }

    @Override
    public List<Path> good() {
        return List.of(DUMPS.resolve("with-key.json"));
    }
}
