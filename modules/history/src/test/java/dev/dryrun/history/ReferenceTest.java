package dev.dryrun.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.Stream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReferenceTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "latest, 4",
        "latest~0, 4",
        "latest~3, 1",
        "2026-01-01T12:00:02Z, 2",
        "2026-01-01T13:00:02.9+01:00, 2",
        "2026-01-01 12:00:03, 3",
        "2026-01-02, 4"
    })
    void aReferenceNamesOneSnapshot(String reference, int second) {
        try (HistoryFile file = four()) {
            assertThat(resolve(file, reference).takenAt())
                    .isEqualTo(Tables.NOON.plusSeconds(second));
        }
    }

    @Test
    void aHashPrefixNamesTheNewestOfItsTwinsInAnyStream() {
        try (HistoryFile file = four()) {
            SnapshotInfo second = resolve(file, "latest~2");
            Tables.store(file, 9, List.of(Tables.table("t2")));
            String prefix = second.hash().substring(0, 12);

            assertThat(resolve(file, prefix).takenAt()).isEqualTo(Tables.NOON.plusSeconds(9));
            assertThat(
                            file
                                    .resolve(
                                            Tables.KEY,
                                            new Stream.Planner(),
                                            SnapshotReference.parse(
                                                    prefix.toUpperCase(Locale.ROOT)))
                                    .stream())
                    .isEqualTo(Tables.SCHEMA);
        }
    }

    @Test
    void aPrefixOfSeveralHashesIsRefusedWithAllOfThem() {
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            // Enough snapshots that two hashes share their first four digits, and always the same.
            List<String> hashes = new ArrayList<>();
            String shared = "";
            for (int i = 0; shared.isEmpty(); i++) {
                String hash = Tables.store(file, i, List.of(Tables.table("t" + i))).hash();
                String start = hash.substring(0, 4);
                shared = hashes.stream().anyMatch(other -> other.startsWith(start)) ? start : "";
                hashes.add(hash);
            }
            String wanted = shared;

            assertThatThrownBy(() -> resolve(file, wanted))
                    .isInstanceOfSatisfying(
                            HistoryException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                    .hasMessageContainingAll(
                            hashes.stream()
                                    .filter(hash -> hash.startsWith(wanted))
                                    .toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest~4", "2026-01-01", "00000000"})
    void whatNamesNoneIsMissing(String reference) {
        try (HistoryFile file = four()) {
            assertThatThrownBy(() -> resolve(file, reference))
                    .isInstanceOfSatisfying(
                            HistoryException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.HISTORY_MISSING));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "newest", "latest~", "latest~-1", "abc", "2026-13-01", "yesterday"})
    void whatIsNoReferenceIsRefused(String reference) {
        assertThatThrownBy(() -> SnapshotReference.parse(reference))
                .isInstanceOfSatisfying(
                        HistoryException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
    }

    @Test
    void aListIsFilteredByKindNodeAndTime() {
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            for (int i = 0; i < 3; i++) {
                try (SnapshotWriter writer =
                        file.write(Tables.KEY, Tables.SERVER, Tables.NOON.plusSeconds(i))) {
                    writer.add(Tables.SCHEMA, Tables.masked(Tables.table("t")));
                    writer.begin(new Stream.Activity("primary"));
                    writer.begin(new Stream.Activity("standby"));
                    writer.commit();
                }
            }

            assertThat(words(file, SnapshotFilter.ALL))
                    .hasSize(9)
                    .startsWith("activity:primary", "activity:standby", "schema");
            assertThat(words(file, new SnapshotFilter("activity", null, null, 0))).hasSize(6);
            assertThat(words(file, new SnapshotFilter(null, "standby", null, 0)))
                    .hasSize(3)
                    .containsOnly("activity:standby");
            assertThat(
                            words(
                                    file,
                                    new SnapshotFilter(
                                            "schema", null, Tables.NOON.plusSeconds(1), 0)))
                    .hasSize(2);
            assertThat(words(file, new SnapshotFilter(null, null, null, 4))).hasSize(4);
        }
    }

    private static List<String> words(HistoryFile file, SnapshotFilter filter) {
        return file.list(Tables.KEY, filter).stream().map(info -> info.stream().word()).toList();
    }

    private HistoryFile four() {
        HistoryFile file = HistoryFile.openForWriting(path());
        for (int i = 1; i <= 4; i++) {
            Tables.store(file, i, List.of(Tables.table("t" + i)));
        }
        return file;
    }

    private static SnapshotInfo resolve(HistoryFile file, String reference) {
        return file.resolve(Tables.KEY, Tables.SCHEMA, SnapshotReference.parse(reference));
    }

    private Path path() {
        return folder.resolve("history.db");
    }
}
