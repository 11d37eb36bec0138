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
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

final class TomljDescriptorTest {
    private static final String NAME = "org.tomlj";

    private final ModuleFinder finder =
            ModuleFinder.of(Path.of(System.getProperty("modularized.classes")));
    private final ModuleReference module = finder.find(NAME).orElseThrow();

    @Test
    void theModuleIsExplicitAndNeedsNothingButTheBase() {
        Configuration graph =
                Configuration.resolve(
                        finder,
                        List.of(ModuleLayer.boot().configuration()),
                        ModuleFinder.ofSystem(),
                        Set.of(NAME));

        assertThat(module.descriptor().isAutomatic()).isFalse();
        assertThat(module.descriptor().requires())
                .extracting(ModuleDescriptor.Requires::name)
                .containsExactly("java.base");
        assertThat(graph.modules()).hasSize(1);
    }

    @Test
    void onlyTheParserItselfIsExported() {
        assertThat(
                        module.descriptor().exports().stream()
                                .map(ModuleDescriptor.Exports::source)
                                .collect(Collectors.toSet()))
                .containsExactly("org.tomlj");
        assertThat(module.descriptor().packages()).contains("org.tomlj.internal");
    }

    @Test
    void aMistakeIsReportedWithItsLine() {
        TomlParseResult result = Toml.parse("a = 1\nb = \n");

        assertThat(result.errors()).hasSize(1);
        assertThat(result.errors().getFirst().position().line()).isEqualTo(2);
    }

    @Test
    void theLicencesTravelWithTheClasses() throws Exception {
        try (ModuleReader reader = module.open()) {
            assertThat(reader.list())
                    .contains("META-INF/LICENSE", "META-INF/licenses/antlr4-runtime/LICENSE");
        }
    }

    @Test
    void theVersionIsTheirsAndNotOurs() {
        assertThat(module.descriptor().rawVersion())
                .contains(System.getProperty("modularized.version"));
    }
}
