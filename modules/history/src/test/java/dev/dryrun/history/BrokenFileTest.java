package dev.dryrun.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.ObjectKind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

final class BrokenFileTest {

    @TempDir private Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void store() {
        file = folder.resolve("history.db");
        try (HistoryFile written = HistoryFile.openForWriting(file)) {
            Tables.store(
                    written,
                    0,
                    IntStream.range(0, 300).mapToObj(i -> Tables.table("t" + i, "id")).toList());
        }
    }

    @Test
    void aMissingFileSaysHowToCapture() {
        HistoryException error = opening(folder.resolve("nothing.db"));

        assertThat(error.code()).isEqualTo(ErrorCode.HISTORY_MISSING);
        assertThat(error.hint()).contains("dryrun init --db");
        assertThat(folder.resolve("nothing.db")).doesNotExist();
    }

    @Test
    void somethingElseIsNoDatabase() throws IOException {
        Files.writeString(file, "not a database, whatever its name says\n".repeat(10));

        assertThat(opening(file).what()).endsWith("is not a SQLite database");
        assertThat(opening(file).code()).isEqualTo(ErrorCode.HISTORY_CORRUPT);
        assertThat(Files.readString(file)).as("left as it was").startsWith("not a database");
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() throws IOException {
        Files.write(file, new byte[0]);

        assertThat(opening(file).what()).endsWith("is empty");
    }

    @Test
    void aFileCutShortAnywhereIsSaidToBeCutShort() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {50, 100, 4096, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));

            HistoryException error = opening(file);
            assertThat(error.code()).isEqualTo(ErrorCode.HISTORY_CORRUPT);
            assertThat(error.what()).as("%s bytes", length).contains("is cut short");
        }
    }

    @Test
    void aForeignDatabaseIsToldApart() throws SQLException {
        Path foreign = folder.resolve("foreign.db");
        sql(foreign, "CREATE TABLE snapshots (id INTEGER PRIMARY KEY)");

        assertThat(opening(foreign).what())
                .endsWith("is a SQLite database, but not one of DryRun's");
        HistoryException writing =
                catchThrowableOfType(
                        HistoryException.class, () -> HistoryFile.openForWriting(foreign).close());
        assertThat(writing).isNotNull();
        assertThat(writing.code()).isEqualTo(ErrorCode.HISTORY_CORRUPT);
    }

    @Test
    void aNewerFormatIsNotCorrupt() throws SQLException {
        sql(file, "PRAGMA user_version = " + (HistoryFile.FORMAT + 1));

        assertThat(opening(file).code()).isEqualTo(ErrorCode.HISTORY_TOO_NEW);
        assertThat(opening(file).hint()).contains("newer DryRun");
    }

    @Test
    void damageInsideIsFoundOutWithoutAnyOtherException() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(20260101);
        int failures = 0;
        for (int round = 0; round < 120; round++) {
            Files.write(file, whole);
            try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
                damaged.seek(100L + random.nextInt(whole.length - 700));
                byte[] noise = new byte[600];
                random.nextBytes(noise);
                damaged.write(noise);
            }
            HistoryException error =
                    catchThrowableOfType(HistoryException.class, BrokenFileTest.this::readAll);
            if (error != null) {
                failures++;
                assertThat(error.code()).isEqualTo(ErrorCode.HISTORY_CORRUPT);
                assertThat(error.what()).doesNotContain("\n");
            }
        }
        assertThat(failures).as("rounds in which the damage was met").isGreaterThan(10);
    }

    private void readAll() {
        try (HistoryFile opened = HistoryFile.openForReading(file)) {
            opened.newest(Tables.KEY, Tables.SCHEMA)
                    .ifPresent(info -> {
                        SnapshotReader reader = opened.read(info);
                        reader.forEach(ObjectKind.TABLE, _ -> {});
                        reader.refs().forEach(reader::document);
                        for (String words : List.of("public.t2", "id", "owner")) {
                            reader.search(new SearchScope(words, null, null), _ -> {});
                        }
                    });
        }
    }

    private static HistoryException opening(Path path) {
        HistoryException error =
                catchThrowableOfType(
                        HistoryException.class, () -> HistoryFile.openForReading(path).close());
        assertThat(error).as("%s must be refused", path).isNotNull();
        assertThat(List.of(error.what(), error.hint())).noneMatch(line -> line.contains("\n"));
        return error;
    }

    private static void sql(Path path, String sql) throws SQLException {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + path);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
