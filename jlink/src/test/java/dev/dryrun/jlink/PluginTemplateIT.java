package dev.dryrun.jlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.CommandRun;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Each template of a plugin, copied out of the tree, builds by itself against what `./dev
/// install-spi` installs, passes its contract kit, and works when it is dropped into an image.
final class PluginTemplateIT {

    private static final Path ROOT = Path.of(System.getProperty("dryrun.root"));
    private static final Path KNOWN = Path.of(System.getProperty("dryrun.maven.repository"));
    private static final Pattern TESTS = Pattern.compile("<testsuite [^>]*tests=\"([0-9]+)\"");

    @TempDir private Path scratch;
    private Path project;
    private BuiltImage image;

    @BeforeEach
    void makeProjectAndImage() throws IOException {
        project = Files.createDirectories(scratch.resolve("project"));
        Files.writeString(project.resolve("dryrun.toml"), "[project]\nid = \"shop\"\n");
        image = BuiltImage.ofTheBuild().copyTo(scratch.resolve("image"));
    }

    /// Links that lead out of a temporary folder are not its to delete.
    @AfterEach
    void removeLinks() throws IOException {
        try (Stream<Path> files = Files.walk(scratch.resolve("repository"), 2)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void theTemplateOfALintRule() throws IOException {
        Path built = build("template-lint-rule", "example-rule", 8);
        Path dump = scratch.resolve("template-lint-rule/src/test/schemas/bad.json");
        assertThat(dryrun("import", dump.toString()).status()).isZero();

        CommandRun refused = dropIn(built, () -> dryrun("lint"));
        CommandRun linted = dryrun("lint");

        assertThat(refused.stdout()).doesNotContain("example/table_has_comment");
        assertThat(linted.stderr()).isEmpty();
        assertThat(linted.stdout()).contains("table \"customer\" has no comment");
        assertThat(dryrun("plugin", "verify").stdout())
                .contains("brings     lint rule example/table_has_comment")
                .contains("Nothing is wrong.");
    }

    @Test
    @EnabledIfSystemProperty(named = "dryrun.test.all", matches = "true")
    void theTemplateOfAMaskingStrategy() throws IOException {
        Path built = build("template-masking-strategy", "example-strategy", 10);
        Files.writeString(
                project.resolve("data-masking-policy.yml"),
                """
                version: 1
                databases: { shop: { columns: { sale.sold_on: { strategy: year } } } }
                """);
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String database = server.freshDatabase();
        server.execute(
                database,
                """
                CREATE TABLE sale (id int PRIMARY KEY, sold_on date);
                INSERT INTO sale SELECT i, date '2020-02-02' + i FROM generate_series(1, 900) i;
                ANALYZE;
                """);
        String url = server.url(database, "postgres");

        CommandRun refused = dropIn(built, () -> dryrun("init", "--allow-privileged", "--db", url));
        CommandRun captured = dryrun("init", "--allow-privileged", "--db", url);

        assertThat(refused.status()).isEqualTo(2);
        assertThat(captured.status()).as(captured.stderr()).isZero();
        assertThat(dryrun("mask", "verify", "--show").stdout())
                .contains("masked by year", "2021-01-01", "Clean: ")
                .doesNotContain("2020-02-");
    }

    @Test
    @EnabledIfSystemProperty(named = "dryrun.test.all", matches = "true")
    void theTemplateOfAStore() throws IOException {
        Path built = build("template-store", "example-store", 15);

        CommandRun refused = dropIn(built, () -> dryrun("plugin", "list"));
        CommandRun verified = dryrun("plugin", "verify");

        assertThat(refused.stdout()).contains("refused");
        assertThat(verified.stdout())
                .contains("brings     store type example", "Nothing is wrong.");
        assertThat(verified.status()).isZero();
    }

    /// {@return the folder that the build made}
    private Path build(String template, String name, int tests) throws IOException {
        Path repository = repository();
        CommandRun installed =
                Command.of(ROOT.resolve("dev").toString(), "install-spi", "--no-build")
                        .with(repository.toString())
                        .run();
        assertThat(installed.status()).as(installed.stderr()).isZero();
        Path copy = scratch.resolve(template);
        copyWithoutTarget(ROOT.resolve("plugins").resolve(template), copy);

        CommandRun run =
                Command.of(System.getProperty("dryrun.maven"))
                        .with("--offline", "--quiet", "--batch-mode", "package")
                        .with("-Dmaven.repo.local=" + repository)
                        .withVariable("JAVA_HOME", System.getProperty("java.home"))
                        .in(copy)
                        .within(Duration.ofMinutes(3))
                        .run();

        assertThat(run.status()).as(run.stdout() + run.stderr()).isZero();
        assertThat(testsOf(copy)).as("tests of the contract kit").isGreaterThanOrEqualTo(tests);
        return copy.resolve("target/plugin").resolve(name);
    }

    /// What a public repository would have, and nothing of ours.
    private Path repository() throws IOException {
        Path repository = Files.createDirectories(scratch.resolve("repository"));
        link(KNOWN, repository, "dev");
        Path ours = Files.createDirectories(repository.resolve("dev"));
        if (Files.exists(KNOWN.resolve("dev"))) {
            link(KNOWN.resolve("dev"), ours, "dryrun");
        }
        return repository;
    }

    private static void link(Path from, Path to, String without) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.endsWith(without)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
                }
            }
        }
    }

    private static int testsOf(Path copy) throws IOException {
        int tests = 0;
        try (Stream<Path> files = Files.list(copy.resolve("target/surefire-reports"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".xml")).toList()) {
                Matcher match = TESTS.matcher(Files.readString(file));
                tests += match.find() ? Integer.parseInt(match.group(1)) : 0;
            }
        }
        return tests;
    }

    private interface Attempt {
        CommandRun run();
    }

    /// Copies a plugin into the image, lets something be tried, and then pins it as it is told.
    ///
    /// @return what came of it without the pin
    private CommandRun dropIn(Path plugin, Attempt attempt) throws IOException {
        Path target = image.folder().resolve("plugins").resolve(plugin.getFileName());
        copyWithoutTarget(plugin, target);
        CommandRun refused = attempt.run();
        List<String> warnings =
                (refused.stderr() + refused.stdout())
                        .lines()
                        .filter(line -> line.startsWith("warning: "))
                        .toList();
        assertThat(warnings).anyMatch(line -> line.startsWith("warning: " + target + " is not"));
        String said = String.join("\n", warnings);
        Path pins = scratch.resolve("config/dryrun/plugins.toml");
        Files.createDirectories(pins.getParent());
        Files.writeString(pins, said.replaceAll("(?s).*this line: ([^\n]*).*", "$1\n"));
        return refused;
    }

    private CommandRun dryrun(String... arguments) {
        return image.dryrun(arguments)
                .withVariable("XDG_CONFIG_HOME", scratch.resolve("config").toString())
                .in(project)
                .run();
    }

    private static void copyWithoutTarget(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                if (!file.startsWith(from.resolve("target"))) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
            }
        }
    }
}
