package dev.dryrun.plugins.git;

import static dev.dryrun.plugins.git.Sandbox.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import dev.dryrun.store.spi.StorePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store over a repository of the same machine, looked at with plain git.
final class GitStoreTest {

    private static final int LIMIT = 1 << 20;

    @TempDir private Path folder;
    private Sandbox sandbox;
    private Path repository;

    @BeforeEach
    void makeRepository() throws IOException {
        sandbox = new Sandbox(folder);
        repository = sandbox.repository();
    }

    @Test
    void whatIsFlushedIsAFileForPlainGit() throws IOException {
        byte[] content = new byte[70_000];
        new Random(7).nextBytes(content);
        try (SnapshotStore store = sandbox.open(repository)) {
            assertThat(store.put("objects/ab/abcdef", content)).isTrue();
            assertThat(store.put("snapshots/main/1", bytes("root"))).isTrue();
            store.flush();
        }

        assertThat(shared("show", "dryrun:objects/ab/abcdef")).isEqualTo(content);
        assertThat(text("log", "--format=%an <%ae>|%P|%B", "dryrun"))
                .isEqualTo(
                        """
                        Ada Lovelace <ada@example.com>||dryrun: put 1 in objects/, 1 in snapshots/

                        + objects/ab/abcdef

                        + snapshots/main/1\
                        """);
        assertThat(text("fsck", "--full", "--strict")).isEmpty();
    }

    @Test
    void aSecondFlushIsASecondCommitAndOthersSeeIt() throws IOException {
        try (SnapshotStore one = sandbox.open(repository);
                SnapshotStore two = sandbox.open(repository, "two", Map.of())) {
            put(one, "a/1", "first");
            assertThat(two.get("a/1", LIMIT)).contains(bytes("first"));

            put(one, "a/2", "second");
            assertThat(two.get("a/2", LIMIT)).contains(bytes("second"));
            assertThat(two.list("", "", 10).entries())
                    .containsExactly(new StorePage.Entry("a/1", 5), new StorePage.Entry("a/2", 6));
        }
        assertThat(text("rev-list", "--count", "dryrun")).isEqualTo("2");
    }

    @Test
    void nothingIsVisibleBeforeTheFlush() throws IOException {
        try (SnapshotStore store = sandbox.open(repository);
                SnapshotStore other = sandbox.open(repository, "two", Map.of())) {
            store.put("a/1", bytes("x"));

            assertThat(store.get("a/1", LIMIT)).contains(bytes("x"));
            assertThat(other.get("a/1", LIMIT)).isEmpty();
            assertThat(text("for-each-ref")).isEmpty();
        }
        assertThat(text("for-each-ref")).isEmpty();
    }

    @Test
    void aNameKeepsWhatItHasFirst() throws IOException {
        try (SnapshotStore one = sandbox.open(repository);
                SnapshotStore two = sandbox.open(repository, "two", Map.of())) {
            two.put("a/2", bytes("two"));
            put(one, "a/1", "first");

            assertThat(one.put("a/1", bytes("again"))).isFalse();
            two.put("a/1", bytes("late"));
            two.flush();
            assertThat(two.get("a/1", LIMIT)).contains(bytes("first"));
        }
        assertThat(text("show", "dryrun:a/1")).isEqualTo("first");
        assertThat(text("show", "dryrun:a/2")).isEqualTo("two");
    }

    @Test
    void otherBranchesAndTagsStayAsTheyAre() throws IOException {
        Path work = folder.resolve("work");
        sandbox.git("clone", "--quiet", repository.toString(), work.toString());
        Files.writeString(work.resolve("README.md"), "code");
        String there = work.toString();
        sandbox.git("-C", there, "add", ".");
        sandbox.git("-C", there, "commit", "--quiet", "-m", "code");
        sandbox.git("-C", there, "tag", "v1");
        sandbox.git("-C", there, "push", "--quiet", "--tags", "origin", "HEAD:main");
        String before = text("for-each-ref");

        try (SnapshotStore store =
                sandbox.open(repository, "one", Map.of("branch", "snap/shots"))) {
            put(store, "a/1", "x");
        }

        assertThat(text("for-each-ref"))
                .startsWith(before.substring(0, 40))
                .contains(before.lines().toList());
        assertThat(text("for-each-ref", "--format=%(refname)"))
                .isEqualTo("refs/heads/main\nrefs/heads/snap/shots\nrefs/tags/v1");
        assertThat(text("merge-base", "--all", "main", "main")).isNotEmpty();
        assertThat(text("rev-list", "--max-parents=0", "snap/shots").lines()).hasSize(1);
    }

    @Test
    void namesComeInOrderOfTheirBytesPageByPage() throws IOException {
        List<String> names =
                List.of("a-b/1", "a.b/1", "a/1", "a/b-c", "a/b.c", "a/b/c", "a/b0", "a0", "b/x_y");
        List<String> found = new ArrayList<>();
        try (SnapshotStore store = sandbox.open(repository)) {
            names.reversed().forEach(name -> store.put(name, bytes(name)));
            store.flush();
            String after = "";
            StorePage page;
            do {
                page = store.list("", after, 2);
                page.entries().forEach(it -> found.add(it.name()));
                after = found.getLast();
            } while (page.entries().size() == 2);

            assertThat(found).isEqualTo(names.stream().sorted().toList());
            assertThat(store.list("a/b", "a/b.c", 9).entries())
                    .containsExactly(
                            new StorePage.Entry("a/b/c", 5), new StorePage.Entry("a/b0", 4));
            assertThat(store.list("c", "", 9).entries()).isEmpty();
        }
    }

    @Test
    void whatOthersKeepInTheBranchIsKeptAndNotListed() throws IOException {
        Path work = folder.resolve("work");
        try (SnapshotStore store = sandbox.open(repository)) {
            put(store, "a/1", "x");
            sandbox.git("clone", "--quiet", "-b", "dryrun", repository.toString(), work.toString());
            Files.writeString(work.resolve("README.md"), "ours");
            Files.writeString(work.resolve("Größe"), "ours");
            Files.createSymbolicLink(work.resolve("a/link"), Path.of("1"));
            sandbox.git("-C", work.toString(), "add", ".");
            sandbox.git("-C", work.toString(), "commit", "--quiet", "-m", "by hand");
            sandbox.git("-C", work.toString(), "push", "--quiet");

            put(store, "a/2", "y");

            assertThat(store.list("", "", 9).entries())
                    .extracting(StorePage.Entry::name)
                    .containsExactly("a/1", "a/2");
            assertThat(store.get("a/link", LIMIT)).isEmpty();
        }
        assertThat(text("-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "dryrun"))
                .isEqualTo(
                        "Größe\nREADME.md\na/1\na/2\na/link"
                                .indent(0)
                                .stripTrailing()
                                .lines()
                                .sorted()
                                .reduce((a, b) -> a + "\n" + b)
                                .orElseThrow());
    }

    @Test
    void whatIsDeletedIsGoneAfterTheFlushAndMayComeBack() throws IOException {
        try (SnapshotStore store = sandbox.open(repository)) {
            store.put("a/1", bytes("x"));
            store.put("b/1", bytes("y"));
            store.flush();

            store.delete("a/1");
            store.delete("a/never");
            store.flush();
            assertThat(store.get("a/1", LIMIT)).isEmpty();
            assertThat(text("ls-tree", "-r", "--name-only", "dryrun")).isEqualTo("b/1");

            store.delete("b/1");
            assertThat(store.put("b/1", bytes("z"))).isTrue();
            store.flush();
            assertThat(text("show", "dryrun:b/1")).isEqualTo("z");
        }
    }

    @Test
    void aFileIsNoFolder() {
        try (SnapshotStore store = sandbox.open(repository)) {
            put(store, "a", "x");
            store.put("a/1", bytes("y"));

            assertThatThrownBy(store::flush)
                    .hasMessage("'a' cannot be a name and 'a/1' too")
                    .extracting("kind")
                    .isEqualTo(Kind.INVALID);
        }
    }

    @Test
    void moreBytesThanAskedForAreNotRead() {
        try (SnapshotStore store = sandbox.open(repository)) {
            put(store, "a/1", "12345");

            assertThat(store.get("a/1", 5)).contains(bytes("12345"));
            assertThatThrownBy(() -> store.get("a/1", 4))
                    .extracting("kind")
                    .isEqualTo(Kind.DAMAGED);
        }
    }

    @Test
    void theCheckNamesPlaceBranchAndWhoWroteLast() {
        try (SnapshotStore store = sandbox.open(repository)) {
            assertThat(store.check())
                    .isEqualTo(repository + ", branch dryrun, which the first push makes");
            put(store, "a/1", "x");
            assertThat(store.check())
                    .matches(
                            "\\Q"
                                    + repository
                                    + "\\E, branch dryrun at [0-9a-f]{12}, last written"
                                    + " 20\\S+Z by Ada Lovelace");
        }
    }

    @Test
    void aRepositoryThatIsNotThereIsMissing() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        for (String name : List.of("nowhere.git", "empty")) {
            try (SnapshotStore store = sandbox.open(name)) {
                assertThatThrownBy(store::check)
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining(folder.toRealPath().resolve(name).toString())
                        .extracting("kind")
                        .isEqualTo(Kind.MISSING);
            }
        }
    }

    @Test
    void aCopyThatIsBrokenIsFetchedAnew() throws IOException {
        try (SnapshotStore store = sandbox.open(repository)) {
            put(store, "a/1", "x");
        }
        try (Stream<Path> files = Files.walk(folder.resolve("cache-one"))) {
            for (Path pack : files.filter(it -> it.toString().endsWith(".pack")).toList()) {
                pack.toFile().setWritable(true);
                Files.write(pack, new byte[64], StandardOpenOption.TRUNCATE_EXISTING);
            }
        }

        try (SnapshotStore store = sandbox.open(repository)) {
            assertThat(store.get("a/1", LIMIT)).contains(bytes("x"));
            put(store, "a/2", "y");
        }
        assertThat(text("ls-tree", "-r", "--name-only", "dryrun")).isEqualTo("a/1\na/2");
    }

    @Test
    void theCopyIsTheUsersAlone() throws IOException {
        try (SnapshotStore store = sandbox.open(repository)) {
            store.check();
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("cache-one"))).hasSize(3);
    }

    @Test
    void manyPushesLeaveFewPacks() throws IOException {
        try (SnapshotStore store = sandbox.open(repository)) {
            for (int i = 0; i < 52; i++) {
                put(store, "a/" + i, "x" + i);
            }
            assertThat(store.get("a/0", LIMIT)).contains(bytes("x0"));
        }
        try (Stream<Path> files = Files.walk(folder.resolve("cache-one"))) {
            assertThat(files.filter(it -> it.toString().endsWith(".pack")).count()).isLessThan(10);
        }
    }

    @Test
    void theConfiguredAuthorIsNamed() throws IOException {
        Map<String, String> options = Map.of("author", "CI of team <ci@example.com>");
        try (SnapshotStore store = sandbox.open(repository, "one", options)) {
            put(store, "a/1", "x");
        }
        assertThat(text("log", "--format=%an <%ae> %cn", "dryrun"))
                .isEqualTo("CI of team <ci@example.com> CI of team");
    }

    private static void put(SnapshotStore store, String name, String content) {
        store.put(name, bytes(content));
        store.flush();
    }

    private byte[] shared(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--git-dir", repository.toString()));
        all.addAll(List.of(arguments));
        return sandbox.gitBytes(all.toArray(String[]::new));
    }

    private String text(String... arguments) throws IOException {
        return new String(shared(arguments), java.nio.charset.StandardCharsets.UTF_8)
                .stripTrailing();
    }
}
