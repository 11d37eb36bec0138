package dev.dryrun.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.lint.Linter;
import dev.dryrun.lint.spi.LintRule;
import dev.dryrun.lint.spi.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every built-in rule has its five things, and nothing is there without its rule.
final class RuleFilesTest {

    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
    private static final Path DOCS = MODULE.resolve("../../docs/rules");
    private static final Path GOLDEN = MODULE.resolve("src/test/golden/rules");
    private static final String BEGIN = "<!-- rules: RuleFilesTest writes this table -->\n";
    private static final String END = "<!-- end -->\n";

    @Test
    void everyRuleHasItsFiveThings() throws IOException {
        assertThat(rules()).isNotEmpty();
        for (LintRule rule : rules()) {
            String name = className(rule);
            assertThat(rule.getClass().getSimpleName()).isEqualTo(name);
            assertThat(MODULE.resolve("src/main/java/dev/dryrun/lint/rules/" + name + ".java"))
                    .exists();
            assertThat(MODULE.resolve("src/test/java/dev/dryrun/lint/rules/" + name + "Test.java"))
                    .exists();
            assertThat(rule.info().docs()).isEqualTo(page(rule));
            for (String file : List.of("bad.sql", "good.sql", "report.txt")) {
                assertThat(GOLDEN.resolve(page(rule)).resolve(file)).isNotEmptyFile();
            }
            RuleInfo info = rule.info();
            assertThat(DOCS.resolve(page(rule) + ".md"))
                    .content()
                    .startsWith("# " + rule.id() + "\n")
                    .contains("Severity: " + info.severity().word())
                    .contains("## Why", "## What to do", "## When it stays silent");
            assertThat(info.summary()).hasSizeLessThanOrEqualTo(80).doesNotEndWith(".");
        }
    }

    /// Pages that begin with `query-` are those of the rules about statements.
    @Test
    void nothingIsThereWithoutItsRule() throws IOException {
        List<String> pages = rules().stream().map(RuleFilesTest::page).toList();
        assertThat(names(GOLDEN)).containsExactlyInAnyOrderElementsOf(pages);
        assertThat(names(DOCS))
                .filteredOn(name -> !name.equals("index.md") && !name.startsWith("query-"))
                .map(name -> name.replaceFirst("\\.md$", ""))
                .containsExactlyInAnyOrderElementsOf(pages);
    }

    /// `-Dgolden=update` rewrites the table, except where the environment has `CI`.
    @Test
    void theIndexListsEveryRule() throws IOException {
        Path index = DOCS.resolve("index.md");
        String text = Files.readString(index);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        String expected = text.substring(0, begin) + table() + text.substring(text.indexOf(END));
        boolean update =
                System.getProperty("golden", "").equals("update") && System.getenv("CI") == null;
        if (update) {
            Files.writeString(index, expected);
        }
        assertThat(index).content().isEqualTo(expected);
    }

    private static String table() {
        return rules().stream()
                .map(rule ->
                        "| [`%s`](%s.md) | %s | %s |%n"
                                .formatted(
                                        rule.id(),
                                        page(rule),
                                        rule.info().severity().word(),
                                        rule.info().summary()))
                .collect(
                        Collectors.joining(
                                "", "| rule | severity | demands |\n|---|---|---|\n", ""));
    }

    private static List<LintRule> rules() {
        return Linter.withBuiltInRules().rules();
    }

    private static String page(LintRule rule) {
        return rule.id().text().replaceAll("[/_]", "-");
    }

    private static String className(LintRule rule) {
        return Arrays.stream(rule.id().text().split("[/_]", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
