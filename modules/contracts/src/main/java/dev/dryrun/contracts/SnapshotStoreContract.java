package dev.dryrun.contracts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import dev.dryrun.store.spi.StorePage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a snapshot store has to pass. A test class extends this and inherits its tests.
///
/// Each test works in a place of its own, which the class makes before it and which holds no names.
public abstract class SnapshotStoreContract {

    private final List<SnapshotStore> opened = new ArrayList<>();

    /// For test classes.
    protected SnapshotStoreContract() {}

    /// {@return a store at this test's place, independent of those that were opened before: as
    /// another person on another machine would open it}
    protected abstract SnapshotStore open();

    /// Replaces the bytes of a name that is there, in the place itself: as a broken disk or a
    /// careless hand would.
    ///
    /// @param name which
    /// @param content what is there from now on
    /// @throws Exception when that fails
    protected abstract void overwrite(String name, byte[] content) throws Exception;

    /// Leaves behind what an upload leaves whose process was killed, if anything.
    ///
    /// @return how many things it left that [SnapshotStore#sweep] is to remove
    /// @throws Exception when that fails
    protected int abandonUpload() throws Exception {
        return 0;
    }

    /// {@return how many names the place with many names has; more than 1000}
    protected int entries() {
        return Boolean.getBoolean("dryrun.test.all") ? 10_000 : 1_050;
    }

    /// {@return how many write at once}
    protected int writers() {
        return 4;
    }

    /// Lets go of what the test opened.
    @AfterEach
    protected final void closeAll() {
        opened.forEach(SnapshotStore::close);
        opened.clear();
    }

    private SnapshotStore store() {
        SnapshotStore store = open();
        opened.add(store);
        return store;
    }

    /// A person can tell which place it is.
    @Test
    protected void itsCheckSaysOneLineAndItsTraitsStayTheSame() {
        SnapshotStore store = store();
        String line = store.check();
        assertFalse(line.isBlank() || line.contains("\n"), line);
        assertEquals(store.traits(), store.traits());
    }

    /// Bytes are bytes.
    @Test
    protected void whatIsFlushedIsReadByEverybodyAsItWasPut() {
        SnapshotStore writer = store();
        int[] sizes = {0, 1, 4_095, 70_000, 3_000_000};
        for (int size : sizes) {
            assertTrue(writer.put("sizes/" + size, Trials.bytes(size, size)));
        }
        writer.flush();
        SnapshotStore reader = store();
        for (int size : sizes) {
            assertArrayEquals(
                    Trials.bytes(size, size), reader.get("sizes/" + size, size).orElseThrow());
        }
    }

    /// Absence is an answer.
    @Test
    protected void aNameThatIsNotThereIsEmptyAndAnEmptyPlaceListsNothing() {
        SnapshotStore store = store();
        assertEquals(List.of(), store.list("", "", 1_000).entries());
        assertTrue(store.put("a/b", Trials.bytes(1, 10)));
        store.flush();
        assertEquals(Optional.empty(), store.get("a/c", 10));
        assertEquals(Optional.empty(), store.get("b", 10));
        assertEquals(List.of(), store.list("b", "", 1_000).entries());
    }

    /// Once written is written.
    @Test
    protected void puttingAgainIsToldAndChangesNothing() {
        SnapshotStore store = store();
        byte[] first = Trials.bytes(1, 5_000);
        assertTrue(store.put("once", first));
        assertFalse(store.put("once", Trials.bytes(2, 6_000)));
        store.flush();
        assertFalse(store.put("once", first));
        store.flush();
        SnapshotStore other = store();
        assertFalse(other.put("once", Trials.bytes(3, 7_000)));
        other.flush();
        assertArrayEquals(first, store().get("once", 10_000).orElseThrow());
    }

    /// No lock between them, and no loss.
    @Test
    protected void ofTwoWritersOfOneNameOneWinsForEverybody() throws Exception {
        for (int round = 0; round < 5; round++) {
            String name = "race/" + round;
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < writers(); i++) {
                SnapshotStore store = store();
                byte[] content = Trials.bytes(i, 20_000);
                writers.add(() -> {
                    boolean written = store.put(name, content);
                    store.flush();
                    return written;
                });
            }
            long winners = Trials.atOnce(writers).stream().filter(won -> won).count();
            boolean atOnce = store().traits().atomicFlush();
            assertTrue(atOnce ? winners >= 1 : winners == 1, winners + " were told true");
            byte[] kept = store().get(name, 20_000).orElseThrow();
            assertTrue(
                    IntStream.range(0, writers())
                            .anyMatch(i -> Arrays.equals(kept, Trials.bytes(i, 20_000))),
                    "what is there is what nobody wrote");
        }
    }

    /// Different names do not disturb each other.
    @Test
    protected void twoWritersOfDifferentNamesBothSucceed() throws Exception {
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < writers(); i++) {
            SnapshotStore store = store();
            int writer = i;
            writers.add(() -> {
                for (int n = 0; n < 5; n++) {
                    assertTrue(store.put("w" + writer + "/" + n, Trials.bytes(n, 900)));
                    store.put("shared/" + n, Trials.bytes(n, 900));
                }
                store.flush();
                return true;
            });
        }
        Trials.atOnce(writers);
        SnapshotStore reader = store();
        assertEquals(5 * (writers() + 1), Trials.names(reader, "", 1_000).size());
        for (int n = 0; n < 5; n++) {
            byte[] content = reader.get("shared/" + n, 900).orElseThrow();
            assertArrayEquals(Trials.bytes(n, 900), content);
        }
    }

    /// Whole or not at all, at every moment.
    @Test
    protected void nobodySeesAPartOfWhatIsBeingWritten() throws Exception {
        SnapshotStore writer = store();
        SnapshotStore reader = store();
        int size = 400_000;
        AtomicBoolean done = new AtomicBoolean();
        Trials.atOnce(
                List.of(
                        () -> {
                            try {
                                for (int i = 0; i < 20; i++) {
                                    writer.put("parts/" + i, Trials.bytes(i, size));
                                }
                                writer.flush();
                            } finally {
                                done.set(true);
                            }
                            return true;
                        },
                        () -> {
                            while (!done.get()) {
                                for (StorePage.Entry entry :
                                        reader.list("parts/", "", 100).entries()) {
                                    assertEquals(size, entry.sizeBytes(), entry.name());
                                    int i = Integer.parseInt(entry.name().substring(6));
                                    byte[] seen = reader.get(entry.name(), size).orElseThrow();
                                    assertArrayEquals(Trials.bytes(i, size), seen);
                                }
                            }
                            return true;
                        }));
        assertEquals(20, Trials.names(reader, "parts/", 100).size());
    }

    /// Every letter a name may have, in the order of their bytes.
    @Test
    protected void oddNamesKeepTheirLettersAndTheOrderOfTheirBytes() {
        List<String> names =
                List.of(
                        "0",
                        "0-a",
                        "0.a",
                        "00/x",
                        "0_/x",
                        "_",
                        "_._-/9",
                        "a-b",
                        "a.b/c",
                        "a/b",
                        "a/b-/c",
                        "a/b.c",
                        "a0",
                        "a..b",
                        "a.",
                        "a--",
                        "con/nul",
                        "d/e/f/g/h/i/j/k",
                        "x".repeat(128),
                        "y".repeat(120) + "/" + "z".repeat(128) + "/" + "9".repeat(128));
        SnapshotStore writer = store();
        for (String name : names) {
            assertTrue(writer.put(name, Trials.bytes(name.hashCode(), 50)), name);
        }
        writer.flush();
        SnapshotStore reader = store();
        assertEquals(new ArrayList<>(new TreeSet<>(names)), Trials.names(reader, "", 1_000));
        assertEquals(new ArrayList<>(new TreeSet<>(names)), Trials.names(reader, "", 3));
        for (String name : names) {
            byte[] content = reader.get(name, 50).orElseThrow();
            assertArrayEquals(Trials.bytes(name.hashCode(), 50), content, name);
            assertEquals(name, reader.list(name, "", 1).entries().getFirst().name());
        }
        assertEquals(List.of("a/b", "a/b-/c", "a/b.c"), Trials.names(reader, "a/b", 2));
        assertEquals(List.of("a/b-/c", "a/b.c"), Trials.after(reader, "a/", "a/b"));
        assertEquals(List.of("a0"), Trials.after(reader, "a0", "a/zzz"));
    }

    /// Pages join without a gap, whoever reads them.
    @Test
    protected void manyNamesAreListedPageByPageAndByPrefix() throws Exception {
        List<String> names =
                IntStream.range(0, entries())
                        .mapToObj(i -> "many/%02x/%06d".formatted(i % 256, i))
                        .toList();
        SnapshotStore reader = store();
        SnapshotStore writer = store();
        Trials.spread(
                names,
                writer.traits().parallelism(),
                name -> {
                    assertTrue(writer.put(name, Trials.bytes(name.hashCode(), 40)), name);
                });
        writer.flush();
        assertEquals(new ArrayList<>(new TreeSet<>(names)), Trials.names(reader, "", 1_000));
        assertEquals(
                names.stream().filter(name -> name.startsWith("many/1")).sorted().toList(),
                Trials.names(reader, "many/1", 7));
        Trials.spread(
                names.subList(0, 50),
                reader.traits().parallelism(),
                name -> {
                    byte[] content = reader.get(name, 40).orElseThrow();
                    assertArrayEquals(Trials.bytes(name.hashCode(), 40), content, name);
                });
    }

    /// A reader's memory is its own to spend.
    @Test
    protected void whatIsLongerThanTheLimitIsDamagedAndNotRead() {
        SnapshotStore store = store();
        store.put("long", Trials.bytes(1, 1_001));
        store.flush();
        assertEquals(1_001, store.get("long", 1_001).orElseThrow().length);
        StoreException e = assertThrows(StoreException.class, () -> store.get("long", 1_000));
        assertEquals(Kind.DAMAGED, e.kind());
        Trials.oneLine(e);
    }

    /// What was altered in the place is not answered with what it once was, nor with a mixture.
    @Test
    protected void aTruncatedOrAlteredDownloadIsToldOrGivenAsItIs() throws Exception {
        byte[] content = Trials.bytes(1, 30_000);
        byte[] altered = content.clone();
        altered[15_000] ^= 1;
        List<byte[]> instead = List.of(Arrays.copyOf(content, 20_000), altered, new byte[0]);
        for (int i = 0; i < instead.size(); i++) {
            String name = "damaged/" + i;
            SnapshotStore writer = store();
            writer.put(name, content);
            writer.flush();
            overwrite(name, instead.get(i));
            try {
                byte[] read = store().get(name, 30_000).orElseThrow();
                assertArrayEquals(instead.get(i), read, "neither told nor as it is");
            } catch (StoreException e) {
                assertEquals(Kind.DAMAGED, e.kind());
                Trials.oneLine(e);
            }
        }
    }

    /// Ctrl-C is answered, and the next command works.
    @Test
    protected void anInterruptEndsEachMethodAndSpoilsNothing() {
        SnapshotStore store = store();
        store.put("before", Trials.bytes(1, 100));
        store.flush();
        List<Runnable> methods =
                List.of(
                        () -> store.put("after", Trials.bytes(2, 100)),
                        () -> store.get("before", 100),
                        () -> store.list("", "", 10));
        for (Runnable method : methods) {
            Thread.currentThread().interrupt();
            StoreException e = assertThrows(StoreException.class, method::run);
            assertTrue(Thread.interrupted(), "the thread does not know of it any more");
            assertEquals(Kind.INTERRUPTED, e.kind());
            Trials.oneLine(e);
        }
        SnapshotStore later = store();
        later.put("after", Trials.bytes(2, 100));
        later.flush();
        assertArrayEquals(Trials.bytes(2, 100), later.get("after", 100).orElseThrow());
    }

    /// Whenever it comes.
    @Test
    protected void anUploadInterruptedAtAnyMomentLeavesWholeNamesOnly() throws Exception {
        int size = 200_000;
        for (int round = 0; round < 6; round++) {
            SnapshotStore store = store();
            int from = round * 100;
            Thread upload =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    for (int i = from; i < from + 100; i++) {
                                        store.put("cut/" + i, Trials.bytes(i, size));
                                    }
                                    store.flush();
                                } catch (StoreException e) {
                                    assertEquals(Kind.INTERRUPTED, e.kind());
                                }
                            });
            Thread.sleep(3L + 11L * round);
            upload.interrupt();
            upload.join();
        }
        SnapshotStore reader = store();
        for (String name : Trials.names(reader, "cut/", 1_000)) {
            int i = Integer.parseInt(name.substring(4));
            assertArrayEquals(Trials.bytes(i, size), reader.get(name, size).orElseThrow());
        }
        reader.put("cut/0", Trials.bytes(0, size));
        reader.flush();
        assertArrayEquals(Trials.bytes(0, size), store().get("cut/0", size).orElseThrow());
    }

    /// A process that ends without a flush has written what it wrote, or nothing.
    @Test
    protected void whatWasNotFlushedIsThereWholeOrNot() {
        SnapshotStore first = open();
        first.put("lost", Trials.bytes(1, 9_000));
        first.close();
        SnapshotStore second = store();
        second.get("lost", 9_000)
                .ifPresent(content -> assertArrayEquals(Trials.bytes(1, 9_000), content));
        second.put("lost", Trials.bytes(1, 9_000));
        second.flush();
        second.flush();
        assertArrayEquals(Trials.bytes(1, 9_000), store().get("lost", 9_000).orElseThrow());
    }

    /// Only what nobody needs is swept.
    @Test
    protected void sweepingRemovesWhatUploadsLeftBehindAndNoName() throws Exception {
        SnapshotStore store = store();
        store.put("kept/1", Trials.bytes(1, 100));
        store.flush();
        int left = abandonUpload();
        assertEquals(List.of("kept/1"), Trials.names(store(), "", 10));
        assertEquals(0, store().sweep(Instant.now().minus(Duration.ofDays(1))));
        assertEquals(left, store().sweep(Instant.now().plus(Duration.ofDays(1))));
        assertEquals(0, store().sweep(Instant.now().plus(Duration.ofDays(1))));
        assertArrayEquals(Trials.bytes(1, 100), store().get("kept/1", 100).orElseThrow());
    }

    /// Deleting is final, until somebody writes again.
    @Test
    protected void whatIsDeletedIsGoneAndCanBeWrittenAgain() {
        SnapshotStore store = store();
        for (int i = 0; i < 3; i++) {
            store.put("gone/" + i, Trials.bytes(i, 100));
        }
        store.flush();
        store.delete("gone/1");
        store.delete("gone/1");
        store.delete("gone/never");
        store.flush();
        assertEquals(List.of("gone/0", "gone/2"), Trials.names(store(), "gone/", 10));
        SnapshotStore other = store();
        assertEquals(Optional.empty(), other.get("gone/1", 100));
        assertTrue(other.put("gone/1", Trials.bytes(7, 70)));
        other.flush();
        assertArrayEquals(Trials.bytes(7, 70), store().get("gone/1", 100).orElseThrow());
    }

    /// One store, many threads.
    @Test
    protected void itIsUsedByAsManyThreadsAsItSays() throws Exception {
        SnapshotStore store = store();
        int threads = store.traits().parallelism();
        assumeTrue(threads > 1, "one at a time");
        List<String> names = IntStream.range(0, threads * 4).mapToObj(i -> "threads/" + i).toList();
        Trials.spread(
                names,
                threads,
                name -> {
                    assertTrue(store.put(name, Trials.bytes(name.hashCode(), 10_000)));
                    store.get(name, 10_000)
                            .ifPresent(content -> assertEquals(10_000, content.length));
                });
        store.flush();
        assertEquals(names.size(), Trials.names(store, "threads/", 1_000).size());
    }
}
