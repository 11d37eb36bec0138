package dev.dryrun.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One rule, five things: source, page, test, good and bad SQL, golden report. None without the
/// others.
final class LintRulesTest {

    private static final Path LINT = Tree.root().resolve("modules/lint");
    private static final Path SOURCES = LINT.resolve("src/main/java/dev/dryrun/lint/rules");
    private static final Path TESTS = LINT.resolve("src/test/java/dev/dryrun/lint/rules");
    private static final Path GOLDEN = LINT.resolve("src/test/golden/rules");
    private static final Path PAGES = Tree.root().resolve("docs/rules");
    private static final Pattern ID = Pattern.compile("new RuleId\\(\\s*\"([^\"]+)\"");

    @Test
    void everyRuleHasItsFiveThings() {
        List<String> missing = new ArrayList<>();
        Map<String, String> rules = rules();
        rules.forEach((type, id) -> {
            String name = id.replace('/', '-').replace('_', '-');
            List<Path> things =
                    List.of(
                            PAGES.resolve(name + ".md"),
                            TESTS.resolve(type + "Test.java"),
                            GOLDEN.resolve(name + "/good.sql"),
                            GOLDEN.resolve(name + "/bad.sql"),
                            GOLDEN.resolve(name + "/report.txt"));
            things.stream()
                    .filter(thing -> !Files.exists(thing))
                    .forEach(thing -> missing.add(id + " lacks " + Tree.shown(thing)));
        });
        assertThat(rules).isNotEmpty();
        assertThat(missing).isEmpty();
    }

    @Test
    void aRulesClassIsNamedAsItsId() {
        rules().forEach((type, id) -> assertThat(type).isEqualTo(camel(id)));
    }

    @Test
    void everyRuleIsProvidedInTheOrderOfTheIds() {
        List<String> provided =
                Modules.finder()
                        .find("dev.dryrun.lint")
                        .orElseThrow()
                        .descriptor()
                        .provides()
                        .stream()
                        .map(ModuleDescriptor.Provides::providers)
                        .flatMap(List::stream)
                        .map(type -> type.substring(type.lastIndexOf('.') + 1))
                        .toList();
        assertThat(provided).containsExactlyInAnyOrderElementsOf(rules().keySet()).isSorted();
    }

    @Test
    void everyPageTellsOfItsRuleAndNoRuleThatIsGone() {
        Map<String, String> ids = new TreeMap<>();
        rules().values().forEach(id -> ids.put(id.replace('/', '-').replace('_', '-'), id));
        Set<String> pages = names(PAGES);
        pages.remove("index.md");
        // Those of the rules about statements, which the module query compares itself.
        pages.removeIf(page -> page.startsWith("query-"));
        assertThat(pages)
                .containsExactlyInAnyOrderElementsOf(
                        ids.keySet().stream().map(name -> name + ".md").toList());
        assertThat(names(GOLDEN)).containsExactlyInAnyOrderElementsOf(ids.keySet());
        ids.forEach((name, id) ->
                assertThat(Tree.text(PAGES.resolve(name + ".md"))).startsWith("# ").contains(id));
    }

    /// {@return the rules' ids by the simple names of their classes}
    private static Map<String, String> rules() {
        Map<String, String> rules = new TreeMap<>();
        for (String file : names(SOURCES)) {
            Matcher id = ID.matcher(Tree.text(SOURCES.resolve(file)));
            if (id.find()) {
                rules.put(file.replace(".java", ""), id.group(1));
            }
        }
        return rules;
    }

    private static String camel(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("[/_]", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }

    private static Set<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
