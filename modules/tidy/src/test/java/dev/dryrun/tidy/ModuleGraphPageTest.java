package dev.dryrun.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/explanation/module-graph.md` is made from the built modules. `-Dgolden=update` rewrites
/// it, except where the environment has `CI`.
final class ModuleGraphPageTest {

    private static final Path PAGE = Tree.root().resolve("docs/explanation/module-graph.md");
    private static final boolean UPDATE =
            System.getProperty("golden", "").equals("update") && System.getenv("CI") == null;

    @Test
    void thePageShowsTheGraphAsItIs() throws IOException {
        String page = page();
        if (UPDATE) {
            Files.createDirectories(PAGE.resolveSibling("."));
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Tree.text(PAGE) : "")
                .as("stale; rewrite it with -Dgolden=update")
                .isEqualTo(page);
    }

    @Test
    void onlyEdgesThatAreImpliedAreLeftOutOfThePicture() {
        Map<String, Set<String>> graph =
                new TreeMap<>(
                        Map.of(
                                "a", Set.of("b", "c"),
                                "b", Set.of("c"),
                                "c", Set.of(),
                                "d", Set.of("a", "c")));
        assertThat(edges(graph)).containsExactly("a --> b", "b --> c", "d --> a");
    }

    private static String page() {
        Map<String, Set<String>> graph = new TreeMap<>();
        for (ModuleReference module : Modules.ours()) {
            graph.put(shortName(Modules.name(module)), ours(module));
        }
        String table =
                Modules.ours().stream()
                        .map(ModuleGraphPageTest::row)
                        .collect(Collectors.joining("\n"));
        return """
        # The module graph

        This page is made from the built modules by a test, which fails when it is stale. Rewrite
        it with `mvn verify -Dgolden=update`. Why the modules are cut like this:
        [architecture](architecture.md).

        An arrow says "requires". What is already required by way of another module is left out of
        the picture, not out of the table.

        ```mermaid
        graph LR
          %s
        ```

        | module | responsibility | requires of ours | requires of others |
        |---|---|---|---|
        %s
        """
                .formatted(String.join("\n  ", edges(graph)), table);
    }

    private static String row(ModuleReference module) {
        String name = Modules.name(module);
        Set<String> others = new TreeSet<>();
        for (ModuleDescriptor.Requires it : module.descriptor().requires()) {
            boolean compileOnly =
                    it.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC);
            if (!it.name().startsWith(Modules.PREFIX)
                    && !it.name().equals("java.base")
                    && !compileOnly) {
                others.add("`" + it.name() + "`");
            }
        }
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        shortName(name),
                        responsibility(shortName(name)),
                        orDash(String.join(", ", ours(module))),
                        orDash(String.join(", ", others)));
    }

    /// {@return the first paragraph of the descriptor's documentation}
    private static String responsibility(String name) {
        Path descriptor =
                Tree.root().resolve("modules/" + name + "/src/main/java/module-info.java");
        List<String> paragraph =
                Tree.text(descriptor)
                        .lines()
                        .dropWhile(line -> !line.startsWith("///"))
                        .takeWhile(line -> line.startsWith("///") && !line.strip().equals("///"))
                        .map(line -> line.substring(3).strip())
                        .toList();
        assertThat(paragraph).as("documentation of " + descriptor).isNotEmpty();
        return String.join(" ", paragraph).replace("|", "\\|");
    }

    private static Set<String> ours(ModuleReference module) {
        return module.descriptor().requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .filter(name -> name.startsWith(Modules.PREFIX))
                .map(ModuleGraphPageTest::shortName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> edges(Map<String, Set<String>> graph) {
        return graph.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream()
                                .filter(to -> !implied(entry.getValue(), to, graph))
                                .sorted()
                                .map(to -> entry.getKey() + " --> " + to))
                .toList();
    }

    private static boolean implied(Set<String> from, String to, Map<String, Set<String>> graph) {
        return from.stream().anyMatch(it -> !it.equals(to) && reaches(it, to, graph));
    }

    private static boolean reaches(String from, String to, Map<String, Set<String>> graph) {
        return from.equals(to)
                || graph.getOrDefault(from, Set.of()).stream()
                        .anyMatch(next -> reaches(next, to, graph));
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }

    private static String shortName(String name) {
        return name.substring(Modules.PREFIX.length());
    }
}
