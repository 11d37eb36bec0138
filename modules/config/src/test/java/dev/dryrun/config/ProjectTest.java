package dev.dryrun.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.ConfigException;
import dev.dryrun.model.SnapshotKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectTest {

    private static final String TWO_PROFILES =
            """
            [project]
            id = "shop"
            [profiles.dev]
            db_url = "${DATABASE_URL}"
            [profiles.prod]
            database_id = "main"
            """;

    @TempDir private Path folder;
    private Path repository = Path.of("");

    @BeforeEach
    void aRepositoryInsideAnotherProject() throws IOException {
        repository = folder.resolve("outer/repo");
        Files.createDirectories(repository.resolve("src/deep"));
        Files.createDirectory(repository.resolve(".git"));
        Files.writeString(folder.resolve("outer/dryrun.toml"), "[project]\nid = \"outer\"\n");
    }

    @Test
    void theFileIsFoundFromADeepDirectory() throws IOException {
        Path file = Files.writeString(repository.resolve("dryrun.toml"), TWO_PROFILES);
        Project project = Project.discover(repository.resolve("src/deep"));
        assertThat(project.root()).isEqualTo(repository);
        assertThat(project.file()).isEqualTo(file);
        assertThat(project.id()).isEqualTo("shop");
        assertThat(project.historyFile(null)).isEqualTo(repository.resolve(".dryrun/history.db"));
    }

    @Test
    void theSearchDoesNotLeaveTheRepository() {
        Path start = repository.resolve("src/deep");
        Project project = Project.discover(start);
        assertThat(project.file()).isNull();
        assertThat(project.root()).isEqualTo(start);
        assertThat(project.key(null, Map.of())).isEqualTo(new SnapshotKey("deep", "deep"));
    }

    @Test
    void aGitFileOfAWorktreeEndsTheSearchToo() throws IOException {
        Files.delete(repository.resolve(".git"));
        Files.writeString(repository.resolve(".git"), "gitdir: elsewhere");
        assertThat(Project.discover(repository).file()).isNull();
    }

    @Test
    void withoutARepositoryTheSearchGoesUp() throws IOException {
        Files.delete(repository.resolve(".git"));
        assertThat(Project.discover(repository.resolve("src")).id()).isEqualTo("outer");
    }

    @Test
    void aBrokenFileIsAnErrorThatNamesItsWholePathWhenItIsElsewhere() throws IOException {
        Path file = Files.writeString(repository.resolve("dryrun.toml"), "x = 1\n");
        assertThatThrownBy(() -> Project.discover(repository))
                .isInstanceOf(ConfigException.class)
                .hasMessage("dryrun.toml:1:1: unknown key \"x\"");
        assertThatThrownBy(() -> Project.discover(repository.resolve("src")))
                .hasMessage(file + ":1:1: unknown key \"x\"");
    }

    @Test
    void aDirectoryInTheFilesPlaceIsAnError() throws IOException {
        Files.createDirectory(repository.resolve("dryrun.toml"));
        assertThatThrownBy(() -> Project.discover(repository))
                .isInstanceOf(ConfigException.class)
                .hasMessage("dryrun.toml cannot be read");
    }

    @Test
    void aNamedFileThatIsMissingIsAnError() {
        assertThatThrownBy(() -> Project.open(folder.resolve("nowhere.toml")))
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith("nowhere.toml does not exist");
    }

    @Test
    void aNamedFileMakesItsDirectoryTheRoot() throws IOException {
        Path file = Files.writeString(folder.resolve("other.toml"), "");
        Project project = Project.open(file);
        assertThat(project.root()).isEqualTo(folder);
        assertThat(project.id()).isEqualTo(folder.getFileName().toString());
    }

    @Test
    void theHistoryCanBeElsewhere() {
        Project project = Project.discover(repository);
        assertThat(project.historyFile(folder.resolve("x/../other.db")))
                .isEqualTo(folder.resolve("other.db"));
    }

    @Test
    void theFlagWinsOverTheVariableAndTheVariableOverTheDefault() throws IOException {
        Project project = project(TWO_PROFILES + "[default]\nprofile = \"dev\"\n");
        Map<String, String> prod = Map.of("PROFILE", "prod");
        assertThat(project.requiredProfile("dev", prod).name()).isEqualTo("dev");
        assertThat(project.requiredProfile(null, prod).name()).isEqualTo("prod");
        assertThat(project.requiredProfile(null, Map.of()).name()).isEqualTo("dev");
        assertThat(project.requiredProfile(null, Map.of("PROFILE", "")).name()).isEqualTo("dev");
    }

    @Test
    void theDatabaseIdIsTheProfilesElseTheProjectId() throws IOException {
        Project project = project(TWO_PROFILES);
        assertThat(project.key("prod", Map.of())).hasToString("shop/main");
        assertThat(project.key("dev", Map.of())).hasToString("shop/shop");
    }

    @Test
    void anAmbiguousProfileIsAnErrorOnlyWhereOneIsNeeded() throws IOException {
        Project project = project(TWO_PROFILES);
        assertThat(project.key(null, Map.of())).hasToString("shop/shop");
        assertThatThrownBy(() -> project.requiredProfile(null, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("several profiles are defined and none is chosen");
    }

    @Test
    void theOnlyProfileIsChosen() throws IOException {
        Project project = project("[profiles.one]\ndatabase_id = \"db\"\n");
        assertThat(project.profile(null, Map.of()))
                .get()
                .extracting(Profile::name)
                .isEqualTo("one");
    }

    @Test
    void anUndefinedProfileNamesTheNearestOne() throws IOException {
        Project project = project(TWO_PROFILES);
        assertThatThrownBy(() -> project.key("prd", Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("--profile names the profile \"prd\", which is not defined")
                .asInstanceOf(InstanceOfAssertFactories.type(ConfigException.class))
                .extracting(ConfigException::hint)
                .isEqualTo("did you mean prod? defined: dev, prod");
        assertThatThrownBy(() -> project.key(null, Map.of("PROFILE", "x")))
                .hasMessage("$PROFILE names the profile \"x\", which is not defined");
    }

    @Test
    void anotherProgramsProfileVariableDoesNoHarmWhereNoProfileIsDefined() {
        Project project = Project.discover(repository);
        assertThat(project.profile(null, Map.of("PROFILE", "release"))).isEmpty();
    }

    @Test
    void theConnectionIsExpandedOnlyOnRequest() throws IOException {
        Secret url = requireNonNull(project(TWO_PROFILES).requiredProfile("dev", Map.of()).dbUrl());
        assertThat(url).hasToString("***");
        assertThat(url.expanded(Map.of("DATABASE_URL", "postgres://a$1\\b")))
                .isEqualTo("postgres://a$1\\b");
        assertThatThrownBy(() -> url.expanded(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("DATABASE_URL, which is not set");
    }

    private Project project(String toml) throws IOException {
        return Project.open(Files.writeString(repository.resolve("dryrun.toml"), toml));
    }
}
