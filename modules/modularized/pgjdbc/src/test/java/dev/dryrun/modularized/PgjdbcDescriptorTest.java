package dev.dryrun.modularized;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PgjdbcDescriptorTest {
    private static final String NAME = "org.postgresql.jdbc";

    private final ModuleFinder finder =
            ModuleFinder.of(Path.of(System.getProperty("modularized.classes")));
    private final ModuleReference module = finder.find(NAME).orElseThrow();

    @Test
    void theModuleIsExplicitAndItsGraphResolves() {
        Configuration graph =
                Configuration.resolve(
                        finder,
                        List.of(ModuleLayer.boot().configuration()),
                        ModuleFinder.ofSystem(),
                        Set.of(NAME));

        assertThat(module.descriptor().isAutomatic()).isFalse();
        assertThat(graph.findModule(NAME)).isPresent();
    }

    @Test
    void theDriverIsNotAService() throws Exception {
        assertThat(module.descriptor().provides()).isEmpty();
        try (ModuleReader reader = module.open()) {
            assertThat(reader.list()).noneMatch(name -> name.startsWith("META-INF/services/"));
        }
    }

    @Test
    void onlyTheJdkIsRequired() {
        assertThat(
                        module.descriptor().requires().stream()
                                .map(ModuleDescriptor.Requires::name)
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "java.base",
                        "java.desktop",
                        "java.management",
                        "java.naming",
                        "java.security.jgss",
                        "java.sql");
    }

    @Test
    void everyPackageOfTheJarIsInTheModule() throws Exception {
        Set<String> inTheDescriptor = module.descriptor().packages();
        try (ModuleReader reader = module.open()) {
            assertThat(
                            reader.list()
                                    .filter(name -> name.matches("org/.*\\.class"))
                                    .map(name -> name.substring(0, name.lastIndexOf('/')))
                                    .map(folder -> folder.replace('/', '.'))
                                    .collect(Collectors.toSet()))
                    .isNotEmpty()
                    .isSubsetOf(inTheDescriptor);
        }
    }

    @Test
    void theLicencesTravelWithTheClasses() throws Exception {
        try (ModuleReader reader = module.open()) {
            assertThat(reader.list())
                    .contains("META-INF/LICENSE")
                    .anyMatch(name -> name.matches("META-INF/licenses/.*scram-client.*/LICENSE"));
        }
    }

    @Test
    void theVersionIsTheirsAndNotOurs() {
        assertThat(module.descriptor().rawVersion())
                .contains(System.getProperty("modularized.version"));
    }
}
