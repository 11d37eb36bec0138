package dev.dryrun.store.file;

import dev.dryrun.store.spi.StorePage;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// One page of the names in a folder.
///
/// A folder sorts as its name with a `/` behind it, so that walking gives the order of the bytes.
/// Folders that the page cannot reach into are not opened.
final class FileLister {

    private final Path root;
    private final String prefix;
    private final String after;
    private final int limit;
    private final List<StorePage.Entry> entries = new ArrayList<>();

    FileLister(Path root, String prefix, String after, int limit) {
        this.root = root;
        this.prefix = prefix;
        this.after = after;
        this.limit = limit;
    }

    StorePage page() throws IOException {
        walk("");
        return new StorePage(entries);
    }

    private void walk(String folder) throws IOException {
        for (String name : children(folder)) {
            if (entries.size() == limit) {
                return;
            }
            if (name.endsWith("/")) {
                if (reaches(name)) {
                    walk(name);
                }
            } else if (name.startsWith(prefix) && name.compareTo(after) > 0) {
                add(name);
            }
        }
    }

    /// Whether a name that begins so can be on the page.
    private boolean reaches(String folder) {
        boolean inPrefix = folder.startsWith(prefix) || prefix.startsWith(folder);
        return inPrefix && (folder.compareTo(after) > 0 || after.startsWith(folder));
    }

    private void add(String name) throws IOException {
        try {
            entries.add(new StorePage.Entry(name, Files.size(root.resolve(name))));
        } catch (NoSuchFileException e) {
            // Deleted since.
        }
    }

    private SortedSet<String> children(String folder) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root.resolve(folder))) {
            for (Path file : files) {
                String segment = String.valueOf(file.getFileName());
                String name = folder + segment + (Files.isDirectory(file) ? "/" : "");
                // What other programs leave in a folder (.DS_Store, .nfs…) is no name.
                if (FileNaming.isSegment(segment) && !name.equals("tmp/")) {
                    names.add(name);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return names;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }
}
