package dev.dryrun.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.Golden;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No module changes what it needs or gives unnoticed.
final class DescriptorTest {

    private static final String FOLDER = "src/test/golden/modules";

    /// Sets the fields of command classes, and lives by nothing else.
    private static final Set<String> PICOCLI = Set.of("info.picocli");

    /// The module's own package, what others may plug in, and a family of records of its own.
    private static final Set<String> EXPORTED = Set.of("", ".spi", ".tree");

    @Test
    void everyDescriptorIsAsReviewed() throws IOException {
        Golden golden = Golden.of("modules");
        List<String> failures = new ArrayList<>();
        Set<String> expected = new TreeSet<>();
        for (ModuleReference module : Modules.ours()) {
            String file = Modules.name(module) + ".txt";
            expected.add(file);
            try {
                golden.matches(file, description(module.descriptor()));
            } catch (AssertionError e) {
                failures.add(e.getMessage());
            }
        }
        assertThat(failures).isEmpty();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("basedir"), FOLDER))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("descriptions of modules that exist")
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void everyFolderHoldsTheModuleOfItsName() {
        Set<String> built = new TreeSet<>();
        for (String folder : Tree.reactor()) {
            Path sources = Tree.root().resolve("modules/" + folder + "/src/main/java");
            if (Files.exists(sources.resolve("module-info.java"))) {
                built.add(Modules.PREFIX + folder);
            }
        }
        assertThat(Modules.ours().stream().map(Modules::name))
                .as("modules this one depends on; add a missing one to modules/tidy/pom.xml")
                .containsExactlyElementsOf(built);
    }

    @Test
    void aModuleExportsItsOwnPackageItsSpiAndItsTreeAndNothingElse() {
        List<String> found = new ArrayList<>();
        for (ModuleReference module : Modules.ours()) {
            String name = Modules.name(module);
            for (ModuleDescriptor.Exports it : module.descriptor().exports()) {
                boolean own = it.source().startsWith(name);
                String part = own ? it.source().substring(name.length()) : "";
                if (!own || !EXPORTED.contains(part) || it.isQualified()) {
                    found.add(name + " exports " + it.source());
                }
            }
            module.descriptor().packages().stream()
                    .filter(it -> !it.equals(name) && !it.startsWith(name + "."))
                    .forEach(it -> found.add(name + " contains " + it));
            module.descriptor().opens().stream()
                    .filter(it -> !it.targets().equals(PICOCLI))
                    .forEach(it -> found.add(name + " opens " + it.source()));
            if (module.descriptor().isOpen()) {
                found.add(name + " is open");
            }
        }
        assertThat(found).isEmpty();
    }

    private static String description(ModuleDescriptor module) {
        List<String> lines = new ArrayList<>();
        module.requires().stream()
                .filter(it -> !it.modifiers().contains(ModuleDescriptor.Requires.Modifier.MANDATED))
                .map(it -> "requires " + words(it.modifiers()) + it.name())
                .sorted()
                .forEach(lines::add);
        module.exports().stream().map(it -> "exports " + it.source()).sorted().forEach(lines::add);
        module.uses().stream().map(it -> "uses " + it).sorted().forEach(lines::add);
        module.provides().stream()
                .map(it -> "provides " + it.service() + " with " + sorted(it.providers()))
                .sorted()
                .forEach(lines::add);
        module.opens().stream()
                .map(it -> "opens " + it.source() + " to " + sorted(List.copyOf(it.targets())))
                .sorted()
                .forEach(lines::add);
        Set<String> hidden = new TreeSet<>(module.packages());
        module.exports().forEach(it -> hidden.remove(it.source()));
        hidden.forEach(it -> lines.add("contains " + it));
        module.mainClass().ifPresent(it -> lines.add("main-class " + it));
        return "module %s%n%s%n".formatted(module.name(), String.join("\n", lines));
    }

    private static String words(Set<ModuleDescriptor.Requires.Modifier> modifiers) {
        return modifiers.stream()
                .map(it -> it.name().toLowerCase(java.util.Locale.ROOT) + " ")
                .sorted()
                .collect(Collectors.joining());
    }

    private static String sorted(List<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }
}
