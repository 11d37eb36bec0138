package dev.dryrun.query.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every rule about statements has its five things, and nothing is there without its rule.
final class RuleFilesTest {

    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
    private static final Path DOCS = MODULE.resolve("../../docs/rules");
    private static final Path GOLDEN = MODULE.resolve("src/test/golden/rules");
    private static final String PACKAGE = "java/dev/dryrun/query/pattern/";
    private static final String BEGIN = "<!-- query rules: RuleFilesTest writes this table -->\n";
    private static final String END = "<!-- query end -->\n";

    @Test
    void everyRuleHasItsFiveThings() {
        assertThat(Patterns.rules()).isNotEmpty();
        for (PatternRule rule : Patterns.rules()) {
            QueryRule about = rule.rule();
            String name = className(about);
            assertThat(rule.getClass().getSimpleName()).isEqualTo(name);
            assertThat(MODULE.resolve("src/main/" + PACKAGE + name + ".java")).exists();
            assertThat(MODULE.resolve("src/test/" + PACKAGE + name + "Test.java")).exists();
            for (String file : List.of("bad.sql", "good.sql", "report.txt")) {
                assertThat(GOLDEN.resolve(about.docs()).resolve(file)).isNotEmptyFile();
            }
            assertThat(DOCS.resolve(about.docs() + ".md"))
                    .content()
                    .startsWith("# " + about.id() + "\n")
                    .contains("Severity: " + about.severity().word())
                    .contains("## Why", "## What to do", "## When it stays silent");
            assertThat(about.summary()).hasSizeLessThanOrEqualTo(80).doesNotEndWith(".");
        }
    }

    /// Pages that do not begin with `query-` are those of `dryrun lint`.
    @Test
    void nothingIsThereWithoutItsRule() throws IOException {
        List<String> pages = Patterns.rules().stream().map(rule -> rule.rule().docs()).toList();
        assertThat(names(GOLDEN)).containsExactlyInAnyOrderElementsOf(pages);
        assertThat(names(DOCS))
                .filteredOn(name -> name.startsWith("query-"))
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
        return Patterns.rules().stream()
                .map(PatternRule::rule)
                .map(rule ->
                        "| [`%s`](%s.md) | %s | %s |%n"
                                .formatted(
                                        rule.id(),
                                        rule.docs(),
                                        rule.severity().word(),
                                        rule.summary()))
                .collect(
                        Collectors.joining(
                                "", "| rule | severity | demands |\n|---|---|---|\n", ""));
    }

    private static String className(QueryRule rule) {
        String name = rule.id().text().substring(rule.id().group().length() + 1);
        return Arrays.stream(name.split("_", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
