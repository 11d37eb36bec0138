package dev.dryrun.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// The packages in `target/schemas`: jars, and archives of npm.
final class SchemaPackage {

    private SchemaPackage() {}

    /// {@return the SQL scripts and JavaScript sources in a package by their paths}
    ///
    /// @param name its file name
    static SortedMap<String, String> texts(String name) {
        Path file = PostgresBinaries.jarFolder().resolveSibling("schemas").resolve(name);
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    file + " is missing; the build fetches it: " + command(name));
        }
        SortedMap<String, String> texts = new TreeMap<>();
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            if (name.endsWith(".tgz")) {
                readTar(new TarArchiveInputStream(new GZIPInputStream(stream)), texts);
            } else {
                readZip(new ZipInputStream(stream), texts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static String command(String name) {
        String all = name.endsWith(".tgz") ? " -Ddryrun.test.all=true" : "";
        return "mvn -pl modules/testkit generate-resources" + all;
    }

    /// {@return one text of a package}
    ///
    /// @param name the package's file name
    /// @param path the path in it
    static String text(String name, String path) {
        return text(texts(name), path);
    }

    /// {@return one of the texts}
    ///
    /// @param texts what [#texts] gave
    /// @param path the path in the package
    static String text(Map<String, String> texts, String path) {
        String text = texts.get(path);
        if (text == null) {
            throw new IllegalStateException("the package holds no " + path);
        }
        return text;
    }

    private static void readZip(ZipInputStream zip, Map<String, String> texts) throws IOException {
        @Nullable ZipEntry entry;
        while ((entry = zip.getNextEntry()) != null) {
            add(entry.getName(), zip, texts);
        }
    }

    private static void readTar(TarArchiveInputStream tar, Map<String, String> texts)
            throws IOException {
        @Nullable TarArchiveEntry entry;
        while ((entry = tar.getNextEntry()) != null) {
            add(entry.getName(), tar, texts);
        }
    }

    private static void add(String path, InputStream stream, Map<String, String> texts)
            throws IOException {
        if (path.endsWith(".sql") || path.endsWith(".js")) {
            texts.put(path, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
