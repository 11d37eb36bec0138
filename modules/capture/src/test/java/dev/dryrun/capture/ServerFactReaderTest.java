package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ServerFact;
import dev.dryrun.testkit.PostgresVersion;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ServerFactReaderTest {

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void rolesComeWithAttributesAndMemberships(PostgresVersion version) {
        EveryKind every = EveryKind.of(version);

        assertThat(every.fact(ObjectKind.ROLE, "every_admin").properties())
                .containsEntry("createdb", List.of("true"))
                .containsEntry("createrole", List.of("true"))
                .containsEntry("inherit", List.of("false"))
                .containsEntry("connection limit", List.of("7"))
                .containsEntry(
                        "in role",
                        List.of(
                                version.major() < 16
                                        ? "every_writer WITH ADMIN TRUE"
                                        : "every_writer WITH ADMIN TRUE WITH INHERIT FALSE"))
                .doesNotContainKey("login");
        assertThat(every.fact(ObjectKind.ROLE, "every_login").properties())
                .containsEntry("login", List.of("true"))
                .containsEntry("valid until", List.of("2099-12-31T00:00:00.000000Z"));
        assertThat(every.fact(ObjectKind.ROLE, "every_owner").properties())
                .containsEntry("comment", List.of("owns most of it; it's a \"role\""));
        assertThat(every.fact(ObjectKind.ROLE, "postgres").properties())
                .containsEntry("superuser", List.of("true"));
        assertThat(every.planner().keySet()).noneMatch(ref -> ref.name().name().startsWith("pg_"));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void tablespacesComeWithoutTheirPlace(PostgresVersion version) {
        ServerFact space = EveryKind.of(version).fact(ObjectKind.TABLESPACE, "every_space");

        assertThat(space.properties())
                .containsEntry("owner", List.of("every_owner"))
                .containsEntry("comment", List.of("a tablespace"))
                .containsEntry("grant", List.of("CREATE TO every_owner", "CREATE TO every_writer"))
                .containsOnlyKeys("owner", "comment", "grant");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void settingsAreTheServersAndNotTheCapturesOwn(PostgresVersion version) {
        EveryKind every = EveryKind.of(version);

        assertThat(every.fact(ObjectKind.SETTING, "work_mem").properties())
                .containsEntry("setting", List.of("4096"))
                .containsEntry("unit", List.of("kB"));
        assertThat(every.fact(ObjectKind.SETTING, "search_path").properties())
                .containsEntry("setting", List.of("\"$user\", public"));
        assertThat(every.fact(ObjectKind.SETTING, "statement_timeout").properties())
                .containsEntry("setting", List.of("0"));
        assertThat(every.fact(ObjectKind.SETTING, "lock_timeout").properties())
                .containsEntry("setting", List.of("5000"));
        assertThat(every.fact(ObjectKind.SETTING, "TimeZone").properties())
                .as("the driver sets its own")
                .containsOnlyKeys("absent");
        assertThat(every.fact(ObjectKind.SETTING, "lc_collate").properties())
                .containsEntry("setting", List.of("C"));
        assertThat(every.planner().keySet())
                .extracting(ref -> ref.name().name().toLowerCase(Locale.ROOT))
                .contains("enable_seqscan", "jit", "default_statistics_target")
                .noneMatch(name -> name.contains("archive_command"))
                .noneMatch(name -> name.contains("data_directory"));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void settingsOfRolesAndOfTheDatabaseComeByTheSameList(PostgresVersion version) {
        EveryKind every = EveryKind.of(version);

        assertThat(every.fact(ObjectKind.SETTING, "TimeZone in this database").properties())
                .containsEntry("setting", List.of("Europe/Berlin"))
                .containsEntry("database", List.of("this"));
        assertThat(
                        every.fact(
                                        ObjectKind.SETTING,
                                        "work_mem of role every_login in this database")
                                .properties())
                .containsEntry("setting", List.of("13MB"))
                .containsEntry("role", List.of("every_login"));
        assertThat(
                        every.fact(ObjectKind.SETTING, "statement_timeout of role every_login")
                                .properties())
                .containsEntry("setting", List.of("30s"));
        assertThat(every.planner().keySet())
                .filteredOn(ref -> ref.kind() == ObjectKind.SETTING)
                .noneMatch(ref -> ref.name().name().contains("."));
    }
}
