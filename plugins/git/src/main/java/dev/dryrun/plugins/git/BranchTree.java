package dev.dryrun.plugins.git;

import dev.dryrun.store.spi.StorePage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/// The files of one commit, read. What others have put into the branch under names that no store
/// can have is passed over.
final class BranchTree {

    private static final String SEGMENT = "[a-z0-9_][a-z0-9._-]{0,127}";
    private static final Pattern NAME = Pattern.compile(SEGMENT + "(/" + SEGMENT + "){0,7}");
    private static final String OF_THE_STORE = "tmp/";

    private final ObjectReader reader;
    private final Optional<ObjectId> tree;

    BranchTree(ObjectReader reader, Optional<ObjectId> tree) {
        this.reader = reader;
        this.tree = tree;
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.startsWith(OF_THE_STORE);
    }

    /// {@return the file of that name, or empty}
    Optional<ObjectId> find(String name) throws IOException {
        if (tree.isEmpty() || !isName(name)) {
            return Optional.empty();
        }
        try (TreeWalk walk = TreeWalk.forPath(reader, name, tree.get())) {
            return walk == null || !isFile(walk)
                    ? Optional.empty()
                    : Optional.of(walk.getObjectId(0));
        }
    }

    /// {@return the names after one of them that begin so; git's order of whole paths is that of
    /// their bytes}
    List<StorePage.Entry> list(String prefix, String after, int limit) throws IOException {
        List<StorePage.Entry> page = new ArrayList<>();
        if (tree.isEmpty()) {
            return page;
        }
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(tree.get());
            while (page.size() < limit && walk.next()) {
                String path = walk.getPathString();
                if (walk.isSubtree()) {
                    if (holds(path + "/", prefix, after)) {
                        walk.enterSubtree();
                    }
                } else if (path.startsWith(prefix)
                        && path.compareTo(after) > 0
                        && isName(path)
                        && isFile(walk)) {
                    long size = reader.getObjectSize(walk.getObjectId(0), Constants.OBJ_BLOB);
                    page.add(new StorePage.Entry(path, size));
                }
            }
        }
        return page;
    }

    /// {@return whether a name that is wanted can be in the folder}
    private static boolean holds(String folder, String prefix, String after) {
        boolean begins = folder.startsWith(prefix) || prefix.startsWith(folder);
        return begins && (after.startsWith(folder) || folder.compareTo(after) > 0);
    }

    private static boolean isFile(TreeWalk walk) {
        FileMode mode = walk.getFileMode(0);
        return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
    }
}
