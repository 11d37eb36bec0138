package dev.dryrun.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigTest {

    private static final String EVERYTHING =
            """
            require_masks = true
            telemetry_enabled = false
            [project]
            id = "shop"
            [default]
            profile = "prod"
            [profiles.prod]
            db_url = "service=shop"
            database_id = "main"
            masks_file = "masks.yml"
            mask_policies = ["pii", "pci"]
            remote = "team"
            stream = "eu/shop"
            [masking]
            keep_jsonb_histograms = true
            [conventions]
            table_name = "custom_regex"
            min_severity = "warning"
            prefer_text_over_varchar = false
            [conventions.disabled_rules]
            rules = ["pk/exists"]
            [conventions.custom]
            table_name_regex = "^t_"
            [history]
            max_age = "12w"
            keep_schemas = 0
            [[node]]
            name = "primary"
            role = "primary"
            url = "${PRIMARY}"
            streams = ["schema", "activity"]
            interval = "30m"
            [node.intervals]
            schema = "1d"
            [[node]]
            name = "pool"
            url_env = "POOL_URL"
            pool = true
            [[remote]]
            name = "team"
            type = "file"
            ref = "/srv/snapshots"
            default = true
            region = "eu-1"
            retries = 3
            [calendar]
            weekend = ["Fri", "saturday"]
            timezone = "Europe/Prague"
            """;

    @Test
    void anEmptyFileHasTheDefaults() {
        Config config = Config.defaults();
        assertThat(config.projectId()).isNull();
        assertThat(config.profiles()).isEmpty();
        assertThat(config.requireMasks()).isFalse();
        assertThat(config.keepJsonbHistograms()).isFalse();
        assertThat(config.queryStatsRowCap()).isEqualTo(500);
        assertThat(config.retention()).isEqualTo(new Retention(null, false, 3, 3));
        assertThat(config.calendar().weekend())
                .containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(config.conventions().preferTextOverVarchar()).isTrue();
        assertThat(config.conventions().minSeverity()).isNull();
    }

    @Test
    void everythingThatCanBeSaidIsRead() {
        Config config = read(EVERYTHING);
        assertThat(config.profiles().get("prod"))
                .isEqualTo(
                        new Profile(
                                "prod",
                                new Secret("service=shop"),
                                "main",
                                "masks.yml",
                                List.of("pii", "pci"),
                                "team",
                                "eu/shop"));
        assertThat(config.requireMasks()).isTrue();
        assertThat(config.keepJsonbHistograms()).isTrue();
        assertThat(config.telemetryEnabled()).isFalse();
        assertThat(config.conventions().tableNameRegex()).isEqualTo("^t_");
        assertThat(config.conventions().minSeverity()).isEqualTo(Severity.WARNING);
        assertThat(config.conventions().disabledRules()).containsExactly(new RuleId("pk/exists"));
        assertThat(config.retention()).isEqualTo(new Retention(Duration.ofDays(84), false, 0, 3));
        assertThat(config.remotes())
                .containsExactly(
                        new Remote(
                                "team",
                                "file",
                                "/srv/snapshots",
                                true,
                                Map.of("region", "eu-1", "retries", "3")));
        assertThat(config.calendar().weekend())
                .containsExactlyInAnyOrder(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
        assertThat(config.calendar().timezone()).isEqualTo(ZoneId.of("Europe/Prague"));
        Node primary = config.nodes().getFirst();
        assertThat(primary.role()).isEqualTo(NodeRole.PRIMARY);
        assertThat(primary.streams()).containsExactly(StreamKind.SCHEMA, StreamKind.ACTIVITY);
        assertThat(primary.interval(StreamKind.SCHEMA)).isEqualTo(Duration.ofDays(1));
        assertThat(primary.interval(StreamKind.ACTIVITY)).isEqualTo(Duration.ofMinutes(30));
        Node pool = config.nodes().getLast();
        assertThat(pool.pool()).isTrue();
        assertThat(pool.connection(Map.of("POOL_URL", "postgres://pool"))).endsWith("pool");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[profiles.dev]\\n\\n\\ndatabse_id = 'x' | 4:1: unknown key \"databse_id\" in"
                        + " [profiles.dev]; did you mean \"database_id\"?",
                "[projct]\\nid = 'x' | 1:1: unknown key \"projct\"; did you mean \"project\"?",
                "[project]\\nid = 5 | 2:1: \"id\" in [project] must be a string, not "
                        + "a whole number",
                "[project]\\nid = '' | 2:1: \"id\" in [project] must not be empty",
                "project = 'x' | 1:1: \"project\" must be a table, not a string",
                "require_masks = 'yes' | 1:1: \"require_masks\" must be true or "
                        + "false, not a string",
                "[profiles]\\ndev = 1 | 2:1: [profiles.dev] must be a table",
                "[profiles.\"a\\u0007b\"]\\nx = 1 | 2:1: unknown key \"x\" in "
                        + "[profiles.\"a\\u0007b\"]",
                "[default]\\nprofile='dv'\\n[profiles.dev] | 2:1: [default] names the "
                        + "profile \"dv\","
                        + " which is not defined; did you mean \"dev\"?",
                "[profiles.dev]\\nremote = 'x' | 2:1: [profiles.dev] names the remote "
                        + "\"x\", which is"
                        + " not defined",
                "[conventions]\\npk_type = 'uid' | 2:1: \"uid\" for \"pk_type\" in [conventions] is"
                        + " unknown; one of [\"bigint_identity\", \"int_identity\","
                        + " \"uuid\", \"\"]; did you mean \"uuid\"?",
                "[conventions.disabled_rules]\\nrules = ['pk/exists',\\n 'x'] | 3:2: \"x\" of"
                        + " \"rules\" in [conventions.disabled_rules] is not a rule id like"
                        + " \"pk/exists\"",
                "[conventions.custom]\\ntable_name_regex = '(' | 2:1: \"table_name_regex\" in"
                        + " [conventions.custom] is not a regular expression",
                "[conventions]\\ntable_name = 'custom_regex' | 1:1: [conventions.custom] needs"
                        + " \"table_name_regex\" when the style is custom_regex",
                "[query_stats]\\nrow_cap = -1 | 2:1: \"row_cap\" in [query_stats] "
                        + "must be at least 0",
                "[history]\\nmax_age = '3 moons' | 2:1: \"max_age\" in [history] must be a positive"
                        + " duration like \"30m\", \"24h\" or \"7d\"",
                "[[node]]\\nname='a' | 1:1: [[node]] needs exactly one of \"url\" and \"url_env\"",
                "[[node]]\\nurl='a' | 1:1: [[node]] needs \"name\"",
                "[[node]]\\nname='a'\\nurl='a'\\nstreams=['shcema'] | 4:10: "
                        + "\"shcema\" of \"streams\""
                        + " in [[node]] is not a stream; one of [schema, planner, activity, query]",
                "[[node]]\\nname='a'\\nurl='a'\\nstreams=[] | 4:1: \"streams\" in "
                        + "[[node]] must name at"
                        + " least one stream",
                "[[node]]\\nname='a'\\nurl='a'\\n[node.intervals]\\nplaner='1h' | 5:1: unknown key"
                        + " \"planer\" in [node.intervals]; did you mean \"planner\"?",
                "[[node]]\\nname='a'\\nurl='a'\\n[[node]]\\nname='a'\\nurl='b' | 5:1: two nodes are"
                        + " called \"a\"",
                "[node]\\nname='a' | 1:1: \"node\" must be an array of tables, "
                        + "[[node]], not a table",
                "[calendar]\\ntimezone = 'Local' | 2:1: \"timezone\" in [calendar] "
                        + "must be an IANA time"
                        + " zone like \"Europe/Prague\"",
                "a = | 1:4: Unexpected end of input, expected a value",
            })
    void aMistakeIsNamedWithItsPlace(String toml, String message) {
        assertThatThrownBy(() -> read(toml.replace("\\n", "\n")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("dryrun.toml:" + message);
    }

    @Test
    void theFirstMistakeIsShownAndTheOthersAreCounted() {
        assertThatThrownBy(() -> read("[project]\nid = 1\nname = 2\n[zoo]\n"))
                .hasMessageStartingWith("dryrun.toml:2:1: \"id\" in [project] must be a string")
                .asInstanceOf(InstanceOfAssertFactories.type(ConfigException.class))
                .extracting(ConfigException::hint, ConfigException::code)
                .containsExactly(
                        "there are 2 more problems after it;"
                                + " docs/reference/configuration.md lists every key",
                        ErrorCode.CONFIG_INVALID);
    }

    @Test
    void aFileThatNestsWithoutEndIsAnErrorAndNotTheEndOfTheProcess() {
        assertThatThrownBy(() -> read("a = " + "[".repeat(100_000)))
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void aFileThatIsNoTextIsAnError(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("dryrun.toml"), new byte[] {'a', (byte) 0xff});
        assertThatThrownBy(() -> Config.read(file, "dryrun.toml"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("dryrun.toml is not UTF-8 text");
    }

    @Test
    void aHugeFileIsRefused(@TempDir Path folder) throws IOException {
        byte[] huge = "# x\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("dryrun.toml"), huge);
        assertThatThrownBy(() -> Config.read(file, "dryrun.toml"))
                .hasMessage("dryrun.toml is larger than 256 KiB");
    }

    @Test
    void theMarkAndLineEndsThatWindowsEditorsWriteAreAccepted(@TempDir Path folder)
            throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("dryrun.toml"), "\uFEFF[project]\r\nid = \"shop\"\r\n");
        assertThat(Config.read(file, "dryrun.toml").projectId()).isEqualTo("shop");
    }

    @Test
    void noSecretIsPrinted() {
        Config config =
                read(
                        """
                        [profiles.dev]
                        db_url = "postgres://u:hunter2@h/d"
                        [services]
                        pgmustard_api_key = "hunter2"
                        [[node]]
                        name = "a"
                        url = "postgres://u:hunter2@h/d"
                        """);
        assertThat(config.toString()).doesNotContain("hunter2").contains("***");
    }

    @Test
    void theScaffoldParsesCleanWhateverTheNames() {
        for (String name : List.of("shop", "my shop", "\"é\n%s\\", "a.b", "#")) {
            Config config = read(Scaffold.text(name, name));
            assertThat(config.projectId()).isEqualTo(name);
            assertThat(config.defaultProfile()).isEqualTo(name);
            assertThat(config.profiles().firstEntry().getValue().databaseId()).isEqualTo(name);
        }
        assertThat(
                        read(Scaffold.text("shop", null))
                                .profiles()
                                .firstEntry()
                                .getValue()
                                .databaseId())
                .isNull();
    }

    @Test
    void theScaffoldsExamplesParseCleanOnceUncommented() {
        String toml = Scaffold.text("shop", "shop");
        String uncommented =
                toml.lines()
                        .map(line -> line.replaceFirst("^# ?(?=\\[|[a-z_]+ = )", ""))
                        .reduce("", (text, line) -> text + line + "\n");
        Config config = read(uncommented);
        assertThat(config.nodes()).hasSize(2);
        assertThat(config.requireMasks()).isTrue();
        assertThat(config.conventions().disabledRules()).hasSize(1);
    }

    private static Config read(String toml) {
        return ConfigReader.read(toml, "dryrun.toml");
    }
}
