package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.PostgresOptions;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import dev.dryrun.testkit.Standby;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SnapshotCommandsTest {

    private static final String NOBODY = "postgres://u@127.0.0.1:1/shop";

    private static final PostgresOptions WITH_STATEMENTS =
            PostgresOptions.NONE.setting("shared_preload_libraries", "pg_stat_statements");

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void aFleetIsCapturedEachNodeByItsRole(PostgresVersion version) throws IOException {
        try (PostgresServer primary = PostgresServer.start(version, WITH_STATEMENTS)) {
            shop(primary);
            primary.execute("shop", "CREATE EXTENSION pg_stat_statements; SELECT count(*) FROM t");
            try (PostgresServer standby = Standby.of(primary)) {
                configure(primary, standby);
                standby.query("shop", "SELECT count(*) FROM t WHERE id = 7");

                Ran orphan = run("snapshot", "capture", "--node", "replica");
                Ran check = run("snapshot", "capture", "--all", "--check");
                Ran capture = run("snapshot", "capture", "--all");
                Ran due = run("snapshot", "capture", "--all", "--due");
                Ran list = run("snapshot", "list");
                Ran nodes = run("snapshot", "nodes");

                assertThat(orphan.status()).isEqualTo(2);
                assertThat(orphan.out()).contains("no schema of shop/shop");
                assertThat(check.status()).isEqualTo(2);
                assertThat(check.out())
                        .containsPattern("gone +FAIL")
                        .containsPattern("replica +FAIL")
                        .containsPattern("main +ok +primary");
                assertThat(capture.status()).isEqualTo(2);
                assertThat(capture.err())
                        .as(capture.out())
                        .startsWith("warning: no masking policy: ")
                        .endsWith(" keeps them\nerror: 1 of 3 nodes failed\n");
                assertThat(capture.out())
                        .containsPattern(
                                "main \\(primary\\): schema=\\d+ planner=\\d+ activity=2"
                                        + " query=\\d+\n")
                        .containsPattern("replica \\(standby\\): activity=2 query=\\d+\n")
                        .contains("gone: failed\n")
                        .contains("no PostgreSQL server answers")
                        .endsWith("2 of 3 nodes done\n");
                assertThat(due.out())
                        .contains("main: nothing due\n")
                        .contains("replica: nothing due\n");
                assertThat(list.out())
                        .contains("activity:main")
                        .contains("activity:replica")
                        .endsWith("6 snapshots of shop/shop\n");
                assertThat(nodes.out())
                        .containsPattern("main +primary")
                        .containsPattern("replica +standby");
            }
        }
    }

    @Test
    void whoeverCarriesTheSchemaComesFirstAndEveryNodeIsThere() throws IOException {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String database = server.freshDatabase();
        server.execute(database, "CREATE TABLE t (id int); CREATE INDEX ON t ((id + 1))");
        String url = server.url(database, "postgres");
        StringBuilder nodes = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
            nodes.append("[[node]]\nname = \"node-%d\"\nurl = \"%s\"\n".formatted(i, url));
            nodes.append(i == 6 ? "" : "streams = [\"activity\"]\n");
        }
        Files.writeString(folder.resolve("dryrun.toml"), nodes);

        Ran capture = run("snapshot", "capture", "--all", "--allow-privileged");
        run("snapshot", "capture", "--all", "--allow-privileged");

        assertThat(capture.status()).as(capture.out() + capture.err()).isZero();
        assertThat(capture.out())
                .startsWith("node-6 (primary): schema=")
                .containsPattern("node-1 .*\nnode-2 .*\nnode-3 .*\nnode-4 .*\nnode-5 ")
                .endsWith("6 of 6 nodes done\n");
        assertThat(run("snapshot", "nodes").out())
                .startsWith("NODE    ROLE     PG    MEMBERS  CAPTURES")
                .containsPattern("node-1 +primary +18.6 +1 +2 ");
    }

    @Test
    void aServerThatWasReplacedIsSaidUnlessTheLabelIsAPool() {
        String database = "rotating";
        try (PostgresServer one = PostgresServer.start(PostgresVersion.V18);
                PostgresServer other = PostgresServer.start(PostgresVersion.V18)) {
            one.createDatabase(database);
            other.createDatabase(database);

            Ran first = activity(one, database);
            Ran again = activity(one, database);
            Ran replaced = activity(other, database);
            Ran returned = activity(one, database);
            Ran allowed = activity(other, database, "--allow-rotation");

            assertThat(first.out() + again.out()).doesNotContain("another server");
            assertThat(replaced.out()).contains("warning: another server than last time");
            assertThat(returned.out()).contains("warning: 2 servers answer in turns");
            assertThat(allowed.out()).doesNotContain("in turns");
            assertThat(run("snapshot", "nodes").out())
                    .containsPattern("pool +primary +18.6 +2 \\(osc.\\) +5 ");
            List<String> diff = List.of("snapshot", "diff", "--kind", "activity", "--node", "pool");
            assertThat(run(with(diff, "latest~1", "latest")).out()).contains("(server_changed)");
            assertThat(run(with(diff, "--latest")).out())
                    .as("the same server's earlier one")
                    .contains("(short_window)")
                    .doesNotContain("(server_changed)");
        }
    }

    private static String[] with(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private Ran activity(PostgresServer server, String database, String... more) {
        List<String> words = new ArrayList<>(List.of("snapshot", "activity", "--label", "pool"));
        words.addAll(List.of("--allow-orphan", "--allow-privileged", "--from"));
        words.add(server.url(database, "postgres"));
        words.addAll(List.of(more));
        Ran ran = run(words.toArray(String[]::new));
        assertThat(ran.status()).as(ran.err()).isZero();
        return ran;
    }

    @Test
    void aStandbyGivesItsCountersAndNothingElse() {
        try (PostgresServer primary = PostgresServer.start(PostgresVersion.V18)) {
            shop(primary);
            try (PostgresServer standby = Standby.of(primary)) {
                String url = standby.url("shop", "reader");

                Ran refused = run("snapshot", "take", "--db", url);
                run("snapshot", "take", "--db", primary.url("shop", "reader"));
                Ran activity = run("snapshot", "activity", "--from", url, "--label", "replica-1");
                Ran changed = run("snapshot", "activity", "--from", url, "--label", "primary");
                Ran allowed =
                        run(
                                "snapshot",
                                "activity",
                                "--from",
                                url,
                                "--label",
                                "primary",
                                "--allow-role-change");

                assertThat(refused.status()).isEqualTo(2);
                assertThat(refused.err()).contains("the server is a standby");
                assertThat(activity.status()).isZero();
                assertThat(activity.out())
                        .contains("(standby) into .dryrun/history.db")
                        .contains("activity:replica-1");
                assertThat(changed.status()).isEqualTo(2);
                assertThat(changed.err())
                        .contains("was a primary when last captured and is a standby");
                assertThat(allowed.status()).isZero();
                assertThat(run("snapshot", "nodes").out())
                        .contains(
                                "warning: primary: it was captured as a primary and as a standby");
            }
        }
    }

    @Test
    void anotherDatabaseUnderTheSameKeyIsRefused() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String one = server.url(server.freshDatabase(), "postgres");
        String other = server.url(server.freshDatabase(), "postgres");

        Ran first = run("snapshot", "take", "--allow-privileged", "--db", one);
        Ran second = run("snapshot", "take", "--allow-privileged", "--db", other);
        Ran forced = run("snapshot", "take", "--allow-privileged", "--force", "--db", other);

        assertThat(first.status()).isZero();
        assertThat(first.out()).contains("warning: the role \"postgres\" can do more than read");
        assertThat(second.status()).isEqualTo(2);
        assertThat(second.err())
                .contains("the connection leads to the database")
                .contains("--force");
        assertThat(forced.status()).isZero();
    }

    @Test
    void whatContradictsItselfIsRefusedBeforeAnybodyConnects() throws IOException {
        refused("does not go with", "--all", "--node", "x");
        refused("does not go with", "--from", NOBODY, "--label", "l", "--node", "x");
        refused("its name is the label", "--all", "--label", "l");
        refused("--from wants --label", "--from", NOBODY);
        refused("capture what?");
        refused("has no [[node]]", "--all");
        Files.writeString(
                folder.resolve("dryrun.toml"), "[[node]]\nname = \"main\"\nurl = \"x\"\n");
        refused("called \"mian\"", "--node", "mian");
        refused("expected one of", "--all", "--streams", "nonsense");
        assertThat(folder.resolve(".dryrun")).doesNotExist();
        assertThat(run("snapshot", "take").err()).contains("no database is named");
        assertThat(run("snapshot", "activity", "--from", NOBODY).err()).contains("--label");
    }

    @Test
    void aProbeSaysWhoAnswersAndWhatTheRoleMayRead() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String database = server.freshDatabase();
        server.execute(
                database,
                """
                DO $$ BEGIN CREATE ROLE narrow LOGIN; EXCEPTION WHEN duplicate_object THEN END $$;
                CREATE TABLE seen (id int);
                CREATE TABLE hidden (id int);
                GRANT SELECT ON seen TO narrow;
                """);

        Ran probe = run("probe", "--db", server.url(database, "narrow"));

        assertThat(probe.status()).isZero();
        assertThat(probe.out())
                .startsWith("PostgreSQL 18.6, primary, database " + database + ", role narrow\n")
                .containsPattern("pg_catalog +ok\n")
                .containsPattern("pg_stats +DENIED +1 of 2 tables hidden\n")
                .containsPattern("pg_read_all_stats +DENIED +statements and sessions")
                .containsPattern("pg_stat_statements +DENIED +not installed");
        assertThat(probe.out().lines()).allMatch(line -> line.length() <= 120);
    }

    private void configure(PostgresServer primary, PostgresServer standby) throws IOException {
        Files.writeString(
                folder.resolve("dryrun.toml"),
                """
                [project]
                id = "shop"

                [[node]]
                name = "replica"
                role = "standby"
                url = "%s"
                streams = ["activity", "query"]
                interval = "1h"

                [[node]]
                name = "gone"
                role = "standby"
                url = "%s"

                [[node]]
                name = "main"
                role = "primary"
                url = "%s"
                interval = "1h"
                """
                        .formatted(
                                standby.url("shop", "reader"),
                                NOBODY,
                                primary.url("shop", "reader")));
    }

    private static void shop(PostgresServer server) {
        server.execute("postgres", "CREATE ROLE reader LOGIN");
        server.execute("postgres", "CREATE DATABASE shop");
        server.execute("shop", "CREATE TABLE t (id int PRIMARY KEY)");
    }

    private void refused(String what, String... arguments) {
        String[] words = new String[arguments.length + 2];
        words[0] = "snapshot";
        words[1] = "capture";
        System.arraycopy(arguments, 0, words, 2, arguments.length);
        Ran ran = run(words);
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains(what);
    }

    private Ran run(String... arguments) {
        return Ran.in(folder, Map.of(), arguments);
    }
}
