package dev.dryrun.plugins.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.plugins.git.GitAddress.Way;
import dev.dryrun.store.spi.StoreAddress;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How a repository is named.
final class GitAddressTest {

    @ParameterizedTest
    @CsvSource({
        "git@host:team/snapshots.git, SSH, git@host:team/snapshots.git",
        "host:snapshots.git, SSH, host:snapshots.git",
        "ssh://git@host:2222/team/x.git, SSH, ssh://git@host:2222/team/x.git",
        "git+ssh://host/x.git, SSH, ssh://host/x.git",
        "https://host/team/x.git, HTTP, https://host/team/x.git",
        "https://me@host/team/x.git, HTTP, https://me@host/team/x.git",
        "file:///srv/x.git, FILE, /srv/x.git",
        "file://localhost/srv/x.git, FILE, /srv/x.git",
        "/srv/x.git, FILE, /srv/x.git",
        "../x.git, FILE, /project/x.git",
        "x.git, FILE, /project/here/x.git",
        "./a:b.git, FILE, /project/here/a:b.git",
    })
    void eachFormIsUnderstood(String ref, Way way, String shown) {
        GitAddress address = parse(ref, Map.of());

        assertThat(address.way()).isEqualTo(way);
        assertThat(address.shown()).isEqualTo(shown);
        assertThat(address.branch()).isEqualTo("dryrun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "git://host/x.git",
                "ext::sh -c touch% /tmp/x",
                "ssh://-oProxyCommand=x/y.git",
                "https:///x.git",
                "https://user:hunter2@host/x.git",
                "ssh://user:hunter2@host/x.git",
                "https://host\n/x.git",
            })
    void whatIsNoRepositoryIsInvalidAndShowsNoPassword(String ref) {
        StoreException invalid = invalid(ref, Map.of());
        assertThat(invalid.getMessage() + invalid.hint())
                .doesNotContain("hunter2")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "a..b", "a b", "refs/heads/", "x.lock", "", "@{-1}"})
    void whatIsNoBranchIsInvalid(String branch) {
        assertThat(invalid("/x.git", Map.of("branch", branch)).hint()).contains("branch = ");
    }

    @Test
    void aTokenIsNamedByItsVariableAndGoesOverHttpsOnly() {
        Map<String, String> token = Map.of("token_env", "TEAM_TOKEN");
        assertThat(parse("https://host/x.git", token).tokenVariable()).contains("TEAM_TOKEN");
        assertThat(parse("http://localhost:80/x.git", token).tokenVariable()).isPresent();
        assertThat(invalid("http://host/x.git", token)).hasMessageContaining("without encryption");
        assertThat(invalid("git@host:x.git", token)).hasMessageContaining("https: addresses only");
        StoreException secret =
                invalid("https://host/x.git", Map.of("token_env", "ghp_16C7e42F-not/a/name"));
        assertThat(secret.getMessage() + secret.hint()).doesNotContain("ghp_");
    }

    @Test
    void anAuthorHasANameAndAnAddress() {
        assertThat(parse("/x.git", Map.of("author", "Ada L. <ada@example.com>")).author())
                .contains(new GitAddress.Author("Ada L.", "ada@example.com"));
        invalid("/x.git", Map.of("author", "Ada"));
        invalid("/x.git", Map.of("author", "<ada@example.com>"));
    }

    private static StoreException invalid(String ref, Map<String, String> options) {
        StoreException invalid =
                catchThrowableOfType(StoreException.class, () -> parse(ref, options));
        assertThat(invalid.kind()).isEqualTo(Kind.INVALID);
        return invalid;
    }

    private static GitAddress parse(String ref, Map<String, String> options) {
        return GitAddress.parse(
                new StoreAddress(
                        ref,
                        options,
                        Path.of("/project/here"),
                        Path.of("/cache"),
                        _ -> Optional.empty()));
    }
}
