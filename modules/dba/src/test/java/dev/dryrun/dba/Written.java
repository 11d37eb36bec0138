package dev.dryrun.dba;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReader;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.testkit.SqliteRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All that was written somewhere, as texts by where they are from.
final class Written {

    private final Map<String, String> texts = new TreeMap<>();

    Map<String, String> texts() {
        return texts;
    }

    boolean has(String word) {
        return texts.values().stream().anyMatch(text -> text.contains(word));
    }

    void add(String what, Ran ran) {
        texts.put("standard output of " + what, ran.out());
        texts.put("standard error of " + what, ran.err());
    }

    void add(String where, String text) {
        texts.put(where, text);
    }

    /// Takes every file below a folder, byte by byte, but the policy.
    void addFiles(Path folder) throws IOException {
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString();
            if (!name.equals("data-masking-policy.yml")) {
                texts.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    /// Takes every file, and every snapshot file in every way that there is to read one.
    void addAll(Path folder) throws IOException {
        addFiles(folder);
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString();
            if (name.endsWith(".db")) {
                SqliteRows.read(file)
                        .forEach((table, rows) -> texts.put(name + ", table " + table, rows));
                addDocuments(file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /// What the reader of the product makes of a snapshot file.
    void addDocuments(Path historyFile) {
        try (HistoryFile file = HistoryFile.openForReading(historyFile)) {
            for (SnapshotKey key : file.keys()) {
                for (Stream stream : file.streams(key)) {
                    SnapshotReader reader = file.read(file.newest(key, stream).orElseThrow());
                    for (ObjectRef ref : reader.refs()) {
                        Document document = reader.document(ref).orElseThrow();
                        texts.put(
                                historyFile.getFileName() + " " + stream.word() + " " + ref,
                                document.toString());
                    }
                }
            }
        }
    }
}
