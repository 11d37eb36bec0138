package dev.dryrun.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Keeps `docs/reference/configuration.md` and the reader together.
final class ConfigurationPageTest {

    private static final Path PAGE =
            Path.of(System.getProperty("dryrun.root", "../.."), "docs/reference/configuration.md");
    private static final Pattern KEY = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);
    private static final Pattern EXAMPLE = Pattern.compile("```toml\n(.*?)```", Pattern.DOTALL);

    /// Tables of keys, which have no row of their own.
    private static final Set<String> TABLES =
            Set.of(
                    "project",
                    "default",
                    "profiles",
                    "masking",
                    "conventions",
                    "conventions.disabled_rules",
                    "conventions.custom",
                    "history",
                    "query_stats",
                    "node",
                    "node[].intervals",
                    "remote",
                    "calendar",
                    "services");

    @Test
    void everyKeyThatIsReadIsExplainedAndNoOther() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> explained =
                KEY.matcher(page).results().map(row -> row.group(1)).collect(Collectors.toSet());
        List<String> read =
                ConfigReader.knownKeys(example(page)).stream()
                        .filter(key -> !TABLES.contains(key))
                        .toList();
        assertThat(explained).containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void theExampleIsAcceptedAsItStands() throws IOException {
        Config config = ConfigReader.read(example(Files.readString(PAGE)), "dryrun.toml");
        assertThat(config.defaultProfile()).isEqualTo("prod");
        assertThat(config.nodes()).hasSize(1);
        assertThat(config.remotes()).hasSize(1);
    }

    private static String example(String page) {
        Matcher matcher = EXAMPLE.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
