package dev.dryrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EveryObjectTest {

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void everyKindThatTheServerKnowsIsThere(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = "every_" + version.major();
        EveryObject.create(server, database);

        assertThat(EveryObject.kinds(version))
                .allSatisfy(kind ->
                        assertThat(server.query(database, kind.query()))
                                .as(kind.name())
                                .isNotEmpty());
        EveryObject.addInvalidIndex(server, database);
        assertThat(server.query(
                        database,
                        "SELECT indisvalid, indisready FROM pg_index"
                                + " WHERE indexrelid = 'every.indexed_broken'::regclass"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.getFirst()).isEqualTo("f"));
    }

    @Test
    void noKindIsFoundOnAServerThatIsNew() {
        try (PostgresServer server = PostgresServer.start(PostgresVersion.V18)) {
            server.createDatabase("empty");

            assertThat(EveryObject.kinds(PostgresVersion.V18))
                    .hasSizeGreaterThan(300)
                    .allSatisfy(kind ->
                            assertThat(server.query("empty", kind.query()))
                                    .as(kind.name())
                                    .isEmpty());
        }
    }

    @Test
    void twoDatabasesOfOneServerCanHoldEveryKindAndHaveAnyName() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        EveryObject.create(server, "every_twin");
        EveryObject.create(server, EveryObject.HOSTILE_DATABASE);

        String tables = "SELECT count(*) FROM pg_class WHERE relkind = 'r'";
        assertThat(server.query(EveryObject.HOSTILE_DATABASE, tables))
                .isEqualTo(server.query("every_twin", tables));
        assertThat(EveryObject.HOSTILE_DATABASE.getBytes(StandardCharsets.UTF_8)).hasSize(63);
    }

    @Test
    void laterReleasesHaveKindsThatEarlierOnesLack() {
        List<ObjectKind> old = EveryObject.kinds(PostgresVersion.V14);
        List<ObjectKind> all = EveryObject.kinds(PostgresVersion.V18);

        assertThat(all).containsAll(old);
        assertThat(all.stream().map(ObjectKind::name)).doesNotHaveDuplicates();
        assertThat(all.stream().map(ObjectKind::since).distinct())
                .containsExactlyInAnyOrder(14, 15, 16, 17, 18);
    }
}
