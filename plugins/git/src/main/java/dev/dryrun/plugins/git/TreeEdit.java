package dev.dryrun.plugins.git;

import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/// Makes a tree from another one by changing names, writing only the folders that change. What has
/// a name keeps it; so changes of two writers can be made one after the other, in any order.
final class TreeEdit {

    private final ObjectReader reader;
    private final ObjectInserter inserter;

    TreeEdit(ObjectReader reader, ObjectInserter inserter) {
        this.reader = reader;
        this.inserter = inserter;
    }

    /// What a folder has under one name.
    private record Entry(FileMode mode, ObjectId id) {
        boolean isFolder() {
            return mode.equals(FileMode.TREE);
        }
    }

    /// {@return the changed tree; empty when no name is left}
    ///
    /// @param tree the one to start from; empty for none
    /// @param changes by name
    Optional<ObjectId> apply(Optional<ObjectId> tree, SortedMap<String, Change> changes)
            throws IOException {
        return edit(tree, "", changes);
    }

    private Optional<ObjectId> edit(
            Optional<ObjectId> tree, String folder, SortedMap<String, Change> changes)
            throws IOException {
        SortedMap<String, Entry> entries = entries(tree);
        SortedMap<String, SortedMap<String, Change>> below = new TreeMap<>();
        changes.forEach((name, change) -> {
            int slash = name.indexOf('/');
            String first = slash < 0 ? name : name.substring(0, slash + 1);
            String rest = slash < 0 ? "" : name.substring(slash + 1);
            below.computeIfAbsent(first, _ -> new TreeMap<>()).put(rest, change);
        });
        boolean changed = false;
        for (String first : below.keySet()) {
            SortedMap<String, Change> rest = below.get(first);
            changed |=
                    first.endsWith("/")
                            ? editFolder(entries, folder, first, rest)
                            : editFile(entries, folder, first, rest.values().iterator().next());
        }
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        return changed ? Optional.of(write(entries)) : tree;
    }

    private boolean editFolder(
            SortedMap<String, Entry> entries,
            String folder,
            String first,
            SortedMap<String, Change> rest)
            throws IOException {
        String name = first.substring(0, first.length() - 1);
        boolean adds = rest.values().stream().anyMatch(it -> it.adds().isPresent());
        if (entries.containsKey(name)) {
            if (adds) {
                throw inTheWay(folder + name, folder + first + rest.firstKey());
            }
            return false;
        }
        Entry before = entries.get(first);
        Optional<ObjectId> was = Optional.ofNullable(before).map(Entry::id);
        Optional<ObjectId> now = edit(was, folder + first, rest);
        if (now.equals(was)) {
            return false;
        }
        if (now.isEmpty()) {
            entries.remove(first);
        } else {
            entries.put(first, new Entry(FileMode.TREE, now.get()));
        }
        return true;
    }

    private static boolean editFile(
            SortedMap<String, Entry> entries, String folder, String name, Change change) {
        boolean removed = change.deletes() && entries.remove(name) != null;
        if (change.adds().isEmpty() || entries.containsKey(name)) {
            return removed;
        }
        if (entries.containsKey(name + "/")) {
            throw inTheWay(folder + name, folder + name + "/…");
        }
        entries.put(name, new Entry(FileMode.REGULAR_FILE, change.adds().get()));
        return true;
    }

    /// In git's own order: a folder is sorted as if its name ended in a slash.
    private SortedMap<String, Entry> entries(Optional<ObjectId> tree) throws IOException {
        SortedMap<String, Entry> entries = new TreeMap<>();
        if (tree.isEmpty()) {
            return entries;
        }
        CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree.get());
        for (; !parser.eof(); parser.next()) {
            FileMode mode = parser.getEntryFileMode();
            String slash = mode.equals(FileMode.TREE) ? "/" : "";
            entries.put(rawName(parser) + slash, new Entry(mode, parser.getEntryObjectId()));
        }
        return entries;
    }

    private ObjectId write(SortedMap<String, Entry> entries) throws IOException {
        TreeFormatter formatter = new TreeFormatter();
        entries.forEach((name, entry) -> {
            int end = entry.isFolder() ? name.length() - 1 : name.length();
            byte[] plain = name.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
            formatter.append(plain, entry.mode(), entry.id());
        });
        return inserter.insert(formatter);
    }

    /// One character a byte: names that are not ours stay as they are, and in their order.
    private static String rawName(CanonicalTreeParser parser) {
        byte[] name = new byte[parser.getNameLength()];
        parser.getName(name, 0);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static StoreException inTheWay(String name, String other) {
        return new StoreException(
                Kind.INVALID,
                "'" + name + "' cannot be a name and '" + other + "' too",
                "one of them needs another name: a file is no folder",
                null);
    }
}
