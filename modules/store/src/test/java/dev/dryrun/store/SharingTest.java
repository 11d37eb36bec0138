package dev.dryrun.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReference;
import dev.dryrun.model.DryrunException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.SharingException;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharingTest {

    private static final boolean ALL = Boolean.getBoolean("dryrun.test.all");

    @TempDir private Path folder;

    @Test
    void aPulledHistoryIsThePushedOne() {
        Shop.take(here(), 5, 20);

        Transferred pushed = Places.push(here(), share());
        Transferred pulled = Places.pull(share(), there(), Selection.ALL);

        assertThat(pushed.streams())
                .containsExactly(
                        new Transferred.Line(Shop.KEY, "schema", 5, 0),
                        new Transferred.Line(Shop.KEY, "planner", 5, 0),
                        new Transferred.Line(Shop.KEY, "activity:Replica/1", 5, 0));
        assertThat(pulled.streams()).isEqualTo(pushed.streams());
        assertThat(Places.all(there(), Shop.KEY))
                .isEqualTo(Places.all(here(), Shop.KEY))
                .hasSizeGreaterThan(100);
        assertThat(Places.verify(share()).problems()).isEmpty();
        assertThat(there().resolveSibling("there.db-pull")).doesNotExist();
    }

    @Test
    void pushingAndPullingAgainMovesNothing() {
        Shop.take(here(), 3, 20);
        Places.push(here(), share());
        Places.pull(share(), there(), Selection.ALL);

        Transferred pushed = Places.push(here(), share());
        Transferred back = Places.push(there(), share());
        Transferred pulled = Places.pull(share(), there(), Selection.ALL);

        assertThat(List.of(pushed.bytes(), back.bytes(), pulled.bytes())).containsOnly(0L);
        assertThat(pulled.streams())
                .containsExactly(
                        new Transferred.Line(Shop.KEY, "schema", 0, 3),
                        new Transferred.Line(Shop.KEY, "planner", 0, 3),
                        new Transferred.Line(Shop.KEY, "activity:Replica/1", 0, 3));
    }

    @Test
    void byItselfAPullTakesTheNewestOfEachStreamAndTheirSchemas() {
        Shop.take(here(), 4, 5);
        // The schema of the last moment has no statistics of its own.
        try (HistoryFile history = HistoryFile.openForWriting(here())) {
            history.delete(Shop.KEY, Shop.PLANNER, SnapshotReference.parse("latest"));
        }
        Places.push(here(), share());

        Places.pull(share(), there(), Selection.NEWEST);

        assertThat(moments(Shop.SCHEMA)).containsExactly(3L, 2L);
        assertThat(moments(Shop.PLANNER)).containsExactly(2L);
        assertThat(moments(new Stream.Activity("Replica/1"))).containsExactly(3L);
        Places.pull(share(), there(), Selection.since(Shop.NOON.plusSeconds(1)));
        assertThat(moments(Shop.SCHEMA)).containsExactly(3L, 2L, 1L);
        assertThat(moments(Shop.PLANNER)).containsExactly(2L, 1L);
    }

    @Test
    void aSnapshotIsTakenUnderTheKeyThatItHasHere() {
        Shop.take(here(), 1, 5);
        SnapshotKey team = new SnapshotKey("team", "x".repeat(300));
        SnapshotKey mine = new SnapshotKey("mine", "db");
        try (SharedStore store = Places.open(share());
                HistoryFile history = HistoryFile.openForReading(here())) {
            new Push(history, store, Progress.NONE)
                    .run(List.of(new SharedKey(Shop.KEY, team)), false);
            new Pull(there(), store, Progress.NONE)
                    .run(List.of(new SharedKey(mine, team)), Selection.ALL);
        }

        try (HistoryFile history = HistoryFile.openForReading(there())) {
            assertThat(history.keys()).containsExactly(mine);
            assertThat(history.bound(mine)).hasSize(3);
        }
    }

    @Test
    void oneChangedTableMovesUnderOnePercentOfAFullPush() {
        int moments = ALL ? 200 : 2;
        int tables = ALL ? 3_000 : 1_000;
        Shop.take(here(), Shop.KEY, 0, tables);
        long full = Places.push(here(), share()).bytes();
        for (int moment = 1; moment < moments - 1; moment++) {
            Shop.take(here(), Shop.KEY, moment, tables);
        }
        Places.push(here(), share());
        Shop.take(here(), Shop.KEY, moments - 1, tables);

        Transferred last = Places.push(here(), share());

        assertThat(last.bytes()).isPositive().isLessThan(full / 100);
    }

    @Test
    void whatWasLostIsMendedByAFullPush() throws IOException {
        Shop.take(here(), 2, 20);
        Places.push(here(), share());
        Path lost = blobs().getFirst();
        Files.delete(lost);
        assertThat(Places.verify(share()).problems())
                .hasSize(1)
                .first()
                .asString()
                .contains("is missing");

        assertThat(Places.push(here(), share()).blobs()).isZero();
        assertThat(Places.push(here(), share(), true).blobs()).isEqualTo(1);

        assertThat(Places.verify(share()).problems()).isEmpty();
    }

    @Test
    void anEmptyPlaceHasNothingToPullAndMakesNoFile() {
        SharingException error =
                catchThrowableOfType(
                        SharingException.class, () -> Places.pull(share(), there(), Selection.ALL));

        assertThat(error.code()).isEqualTo(ErrorCode.STORE_MISSING);
        assertThat(error.what()).isEqualTo("the folder has no snapshot of Shop & söhne/main");
        assertThat(there()).doesNotExist();
    }

    @Test
    void anImportThatIsRefusedLeavesNothing() throws IOException {
        Shop.take(here(), 1, 5);
        String whole = Files.readString(here(), StandardCharsets.ISO_8859_1);
        String damaged = whole.replace("changed_at_0", "changed_at_1");
        assertThat(damaged).isNotEqualTo(whole);
        Files.writeString(here(), damaged, StandardCharsets.ISO_8859_1);
        Path fresh = folder.resolve("fresh");

        try (HistoryFile from = HistoryFile.openForReading(here())) {
            FileImport taken = new FileImport(from, fresh.resolve("new.db"), "the file");
            DryrunException error =
                    catchThrowableOfType(
                            DryrunException.class,
                            () -> taken.run(List.of(new SharedKey(Shop.KEY))));
            assertThat(error.what()).contains("has another hash than it says");
        }

        assertThat(fresh).doesNotExist();
    }

    private List<Long> moments(Stream stream) {
        try (HistoryFile history = HistoryFile.openForReading(there())) {
            return history.snapshots(Shop.KEY, stream, 100).stream()
                    .map(info -> info.takenAt().getEpochSecond() - Shop.NOON.getEpochSecond())
                    .toList();
        }
    }

    private List<Path> blobs() throws IOException {
        try (java.util.stream.Stream<Path> files = Files.walk(share().resolve("objects"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Path here() {
        return folder.resolve("here.db");
    }

    private Path there() {
        return folder.resolve("there.db");
    }

    private Path share() {
        return folder.resolve("share");
    }
}
