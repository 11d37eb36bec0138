package dev.dryrun.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.lint.LintReport;
import dev.dryrun.lint.LintSettings;
import dev.dryrun.lint.Linter;
import dev.dryrun.lint.spi.LintRule;
import dev.dryrun.lint.spi.Violation;
import dev.dryrun.model.Finding;
import dev.dryrun.model.RuleId;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.Golden;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What every rule must stand: its `bad.sql`, its `good.sql` and its fixes, on a real server,
/// captured as users capture. The files are in `src/test/golden/rules/<group-name>`.
///
/// @param rule the rule
/// @param version the server
record RuleTester(LintRule rule, PostgresVersion version) {

    /// What the rule says of `bad.sql` is what `report.txt` says, on every server the same.
    void findsWhatIsBad() {
        try (CapturedDatabase database = CapturedDatabase.of(version, sql("bad.sql"))) {
            Golden.of(folder()).matches("report.txt", text(findings(database)));
        }
    }

    /// The rule has nothing to say of `good.sql`.
    void passesWhatIsGood() {
        try (CapturedDatabase database = CapturedDatabase.of(version, sql("good.sql"))) {
            assertThat(text(findings(database))).isEmpty();
        }
    }

    /// Every fix that is offered for `bad.sql` runs, all of them one after the other, and leaves
    /// only findings that no fix was offered for.
    void itsFixesMend() {
        try (CapturedDatabase database = CapturedDatabase.of(version, sql("bad.sql"))) {
            List<Finding> before = findings(database);
            for (Finding finding : before) {
                if (finding.ddlFix() != null) {
                    database.execute(finding.ddlFix());
                }
            }
            database.capture();
            assertThat(text(findings(database)))
                    .isEqualTo(text(before.stream().filter(f -> f.ddlFix() == null).toList()));
        }
    }

    /// Messages have the form that all have.
    void itsMessagesAreInForm() {
        try (CapturedDatabase database = CapturedDatabase.of(version, sql("bad.sql"))) {
            assertThat(findings(database))
                    .isNotEmpty()
                    .allSatisfy(finding -> {
                        inForm(finding.message());
                        inForm(finding.recommendation());
                        assertThat(finding.message()).contains("\"");
                    });
        }
    }

    private static void inForm(String text) {
        assertThat(text)
                .hasSizeLessThanOrEqualTo(Violation.MESSAGE_LENGTH_MAX)
                .doesNotContain("\n")
                .doesNotEndWith(".")
                .matches("(?s)[a-z].*");
    }

    private List<Finding> findings(CapturedDatabase database) {
        try (Catalog catalog = database.open()) {
            Linter linter = Linter.withBuiltInRules();
            Set<RuleId> others =
                    linter.rules().stream()
                            .map(LintRule::id)
                            .filter(id -> !id.equals(rule.id()))
                            .collect(Collectors.toSet());
            LintReport report = linter.run(catalog, new LintSettings(others, null, null, null));
            return report.findings();
        }
    }

    private String folder() {
        return "rules/" + rule.info().docs();
    }

    private String sql(String file) {
        Path module = Path.of(System.getProperty("basedir", "."));
        try {
            return Files.readString(module.resolve("src/test/golden").resolve(folder(), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(List<Finding> findings) {
        return findings.stream().map(RuleTester::text).collect(Collectors.joining());
    }

    private static String text(Finding finding) {
        return "%s %s%s (%s)%n  %s%n  do: %s%n%s"
                .formatted(
                        finding.severity().word(),
                        finding.object().name().display().replace("\n", "\\n"),
                        finding.column() == null ? "" : "." + finding.column(),
                        finding.rule(),
                        finding.message(),
                        finding.recommendation(),
                        finding.ddlFix() == null ? "" : "  fix: " + finding.ddlFix() + "\n");
    }
}
