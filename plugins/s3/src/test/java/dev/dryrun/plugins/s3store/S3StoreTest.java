package dev.dryrun.plugins.s3store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.plugins.s3server.S3Server;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StorePage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
final class S3StoreTest {

    private static final boolean ALL = Boolean.getBoolean("dryrun.test.all");

    private final S3Server server;
    private final String ref = Addresses.newRef();
    private S3Store store;

    S3StoreTest(S3Server server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        store = Addresses.open(server, ref);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsPutIsRead() {
        assertThat(store.put("objects/ab/cd", bytes("content"))).isTrue();

        assertThat(store.get("objects/ab/cd", 7)).contains(bytes("content"));
        assertThat(store.get("objects/ab/ce", 7)).isEmpty();
    }

    @Test
    void nothingIsKeptAsNothing() {
        assertThat(store.put("empty", new byte[0])).isTrue();

        assertThat(store.get("empty", 0)).contains(new byte[0]);
    }

    @Test
    void whatIsThereStays() {
        store.put("roots/one", bytes("first"));

        assertThat(store.put("roots/one", bytes("second"))).isFalse();
        assertThat(store.get("roots/one", 100)).contains(bytes("first"));
    }

    @Test
    void whatIsLongerThanExpectedIsNotRead() {
        store.put("long", new byte[100_000]);

        assertThatThrownBy(() -> store.get("long", 99_999))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.DAMAGED))
                .hasMessageContaining("longer than 99999 bytes");
        assertThat(store.get("long", 100_000)).contains(new byte[100_000]);
    }

    @Test
    void whatWasAlteredThereIsNotBelieved() throws Exception {
        store.put("blob", bytes("as it was"));
        Files.write(Servers.file(ref, "blob"), bytes("as it is!"));

        assertThatThrownBy(() -> store.get("blob", 100))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.DAMAGED))
                .hasMessageContaining("blob in s3:" + ref + "/ is not what was written");
    }

    @Test
    void whatIsDeletedIsGoneAndDeletingAgainIsNoError() {
        store.put("a/b", bytes("x"));

        store.delete("a/b");
        store.delete("a/b");

        assertThat(store.get("a/b", 10)).isEmpty();
        assertThat(store.put("a/b", bytes("y"))).isTrue();
    }

    @Test
    void pagesAreInOrderAndMissNothing() throws Exception {
        int count = ALL ? 10_000 : 130;
        List<String> names =
                IntStream.range(0, count).mapToObj(i -> "objects/%05d".formatted(i)).toList();
        inParallel(
                names.stream().<Callable<Boolean>>map(n -> () -> store.put(n, bytes(n))).toList());
        store.put("objects-0", bytes("beside"));
        store.put("roots/a", bytes("beside"));

        int limit = ALL ? 1000 : 13;
        List<String> listed = new ArrayList<>();
        StorePage page = store.list("objects/", "", limit);
        while (!page.entries().isEmpty()) {
            assertThat(page.entries().size()).isLessThanOrEqualTo(limit);
            page.entries().forEach(it -> listed.add(it.name()));
            page = store.list("objects/", listed.getLast(), limit);
        }

        assertThat(listed).isEqualTo(names);
        assertThat(store.list("", "objects/" + "%05d".formatted(count - 1), 10).entries())
                .containsExactly(new StorePage.Entry("roots/a", 6));
        assertThat(store.list("", "", 2).entries())
                .extracting(StorePage.Entry::name)
                .containsExactly("objects-0", "objects/00000");
    }

    @Test
    void whatTheStoreKeepsForItselfIsNeverListed() {
        store.put("a", bytes("1"));
        store.put("z", bytes("2"));
        store.put("tmp/mine", bytes("3"));

        assertThat(store.list("", "", 1000).entries())
                .extracting(StorePage.Entry::name)
                .containsExactly("a", "z");
        assertThat(store.list("", "", 2).entries()).hasSize(2);
    }

    @Test
    void whatOthersPutBesideIsNoName() {
        try (S3Store parent = Addresses.open(server, "//" + Servers.BUCKET)) {
            parent.put(ref.substring(ref.lastIndexOf('/') + 1) + "/README (old).TXT", bytes("x"));
        }
        store.put("snapshots/one", bytes("1"));

        assertThat(store.list("", "", 1).entries())
                .containsExactly(new StorePage.Entry("snapshots/one", 1));
    }

    @Test
    void oldLeftoversAreSweptAndNothingElse() {
        store.put("kept", bytes("1"));
        store.put("tmp/old", bytes("2"));

        assertThat(store.sweep(Instant.now().minusSeconds(3600))).isZero();
        assertThat(store.sweep(Instant.now().plusSeconds(3600))).isEqualTo(1);
        assertThat(store.sweep(Instant.now().plusSeconds(3600))).isZero();
        assertThat(store.get("kept", 10)).isPresent();
    }

    @Test
    void prefixesDoNotSeeEachOther() {
        store.put("same", bytes("one"));
        try (S3Store longer = Addresses.open(server, ref + "0");
                S3Store below = Addresses.open(server, ref + "/deeper")) {
            longer.put("same", bytes("two"));
            below.put("x", bytes("three"));

            assertThat(store.get("same", 10)).contains(bytes("one"));
            assertThat(longer.get("same", 10)).contains(bytes("two"));
            assertThat(longer.list("", "", 10).entries()).hasSize(1);
        }
    }

    @Test
    void aPrefixMayHaveAnyCharacters() {
        try (S3Store odd = Addresses.open(server, ref + "/Größe & more/100% +1/it's")) {
            odd.put("a/b_c-d.e", bytes("x"));

            assertThat(odd.get("a/b_c-d.e", 10)).contains(bytes("x"));
            assertThat(odd.list("a/", "", 10).entries())
                    .containsExactly(new StorePage.Entry("a/b_c-d.e", 1));
            assertThat(odd.list("", "a/b_c-d.e", 10).entries()).isEmpty();
        }
    }

    @Test
    void ofManyWritersOfOneNameOneIsToldSo() throws Exception {
        try (S3Store other = Addresses.open(server, ref)) {
            store.put("warm", bytes("up"));
            other.put("warm", bytes("up"));
            for (int round = 0; round < 10; round++) {
                String name = "contested/" + round;
                List<Callable<Boolean>> writers = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    S3Store writer = i % 2 == 0 ? store : other;
                    byte[] content = new byte[50_000];
                    writers.add(() -> writer.put(name, content));
                }

                assertThat(inParallel(writers)).containsOnlyOnce(true);
                assertThat(store.get(name, 50_000)).contains(new byte[50_000]);
            }
        }
    }

    @Test
    void aCheckTellsWhere() {
        assertThat(store.check()).isEqualTo("s3:" + ref + "/ at " + server.endpoint());
        assertThat(store.list("", "", 10).entries()).isEmpty();
    }

    @Test
    void keysMayComeFromAProfile() {
        try (S3Store ofProfile =
                Addresses.open(
                        Addresses.address(
                                ref,
                                Map.of("endpoint", server.endpoint(), "profile", "team"),
                                Map.of()))) {
            assertThat(ofProfile.put("by/profile", bytes("x"))).isTrue();
        }
    }

    private static List<Boolean> inParallel(List<Callable<Boolean>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
