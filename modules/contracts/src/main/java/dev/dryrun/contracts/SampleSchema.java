package dev.dryrun.contracts;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotWriter;
import dev.dryrun.json.Dump;
import dev.dryrun.json.DumpReader;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A dumped schema as a captured file, for as long as it is open.
///
/// @param folder with the file in it
record SampleSchema(Path folder) implements AutoCloseable {

    private static final SnapshotKey KEY = new SnapshotKey("kit", "kit");
    private static final Stream SCHEMA = new Stream.Schema();

    /// {@return the kit's own: at least one object of every kind, with odd names}
    static SampleSchema everyObject() {
        try (InputStream in =
                Objects.requireNonNull(
                        SampleSchema.class.getResourceAsStream("every-object.json"))) {
            return of(in, "the kit's own schema");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return what `dryrun dump-schema` wrote}
    static SampleSchema of(Path dump) {
        try (InputStream in = Files.newInputStream(dump)) {
            return of(in, dump.toString());
        } catch (IOException e) {
            throw new AssertionError(dump + " cannot be read", e);
        }
    }

    private static SampleSchema of(InputStream in, String name) throws IOException {
        List<SchemaObject> objects = new ArrayList<>();
        Dump dump;
        try {
            dump = DumpReader.read(in, objects::add);
        } catch (MalformedJsonException e) {
            throw new AssertionError(name + " is no dump: dryrun dump-schema writes one", e);
        }
        SampleSchema schema = new SampleSchema(Files.createTempDirectory("dryrun-kit-"));
        Masker masker = Masker.alwaysOn();
        try (HistoryFile history = HistoryFile.openForWriting(schema.file());
                SnapshotWriter writer =
                        history.write(KEY, dump.server(), dump.takenAt(), masker.applied())) {
            writer.begin(SCHEMA);
            objects.forEach(object -> writer.add(SCHEMA, masker.mask(object)));
            writer.commit();
        }
        return schema;
    }

    Catalog open() {
        return Catalog.open(file(), KEY);
    }

    private Path file() {
        return folder.resolve("history.db");
    }

    @Override
    public void close() {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
