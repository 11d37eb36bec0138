package dev.dryrun.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a plugin is pinned by: one hash over all that its folder holds.
///
/// It is what these commands print, run in the folder:
///
/// ```
/// find . -type f | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum
/// ```
///
/// Names are printable ASCII without a backslash, so that this is true, and there are no links,
/// since what they lead to could change.
public final class FolderHash {

    private static final int FILES_MAX = 2_000;
    private static final long BYTES_MAX = 512L << 20;
    private static final int BUFFER_BYTES = 1 << 16;

    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long bytes;

    private FolderHash() {}

    /// {@return the hash of a folder: 64 hexadecimal digits}
    ///
    /// @param folder a plugin's
    /// @throws IOException when it cannot be read, or holds what a plugin's folder may not
    public static String of(Path folder) throws IOException {
        try {
            return new FolderHash().hash(folder);
        } catch (PluginProblem e) {
            throw new IOException(folder + " " + e.line(), e);
        }
    }

    static String checked(Path folder) throws PluginProblem {
        try {
            return new FolderHash().hash(folder);
        } catch (IOException e) {
            throw new PluginProblem("cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private String hash(Path folder) throws IOException, PluginProblem {
        Path root = folder.toRealPath();
        SortedMap<String, Path> files = files(root);
        MessageDigest all = sha256();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String line = hashOf(file.getValue()) + "  ./" + file.getKey() + "\n";
            all.update(line.getBytes(StandardCharsets.US_ASCII));
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static SortedMap<String, Path> files(Path root) throws IOException, PluginProblem {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(root)) {
            found = walk.skip(1).limit(FILES_MAX + 1L).toList();
        }
        if (found.size() > FILES_MAX) {
            throw new PluginProblem("holds more than " + FILES_MAX + " files");
        }
        SortedMap<String, Path> files = new TreeMap<>();
        for (Path path : found) {
            String name =
                    root.relativize(path)
                            .toString()
                            .replace(path.getFileSystem().getSeparator(), "/");
            if (!name.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '\\')) {
                throw new PluginProblem("holds a file whose name is not plain ASCII");
            }
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                files.put(name, path);
            } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new PluginProblem("holds " + name + ", which is neither a file nor a folder");
            }
        }
        return files;
    }

    private String hashOf(Path file) throws IOException, PluginProblem {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
                if (bytes > BYTES_MAX) {
                    throw new PluginProblem("holds more than " + (BYTES_MAX >> 20) + " MiB");
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
