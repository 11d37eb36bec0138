package dev.dryrun.plugins.git;

import dev.dryrun.plugins.git.Failures.Step;
import dev.dryrun.store.spi.StoreAddress;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import dev.dryrun.store.spi.StorePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/// What a [GitStore] does on its one thread: the copy, what is known of the branch, and what is to
/// be pushed.
final class GitSession {

    /// With the pauses between them some three minutes.
    private static final int PUSH_ATTEMPTS = 50;

    private final GitAddress address;
    private final Path cache;
    private final Remote remote;
    private final Failures failures;

    private final SortedMap<String, Change> pending = new TreeMap<>();
    private @Nullable CachedCopy copy;
    private @Nullable PackInserter inserter;
    private @Nullable Seen seen;
    private @Nullable StoreException lost;

    /// What is known of the branch.
    ///
    /// @param commit the newest; empty when there is no branch
    /// @param tree its files; empty when there are none
    private record Seen(Optional<RevCommit> commit, Optional<ObjectId> tree) {}

    private GitSession(GitAddress address, Path cache, Remote remote, Failures failures) {
        this.address = address;
        this.cache = cache;
        this.remote = remote;
        this.failures = failures;
    }

    static GitSession of(GitAddress address, StoreAddress given) {
        UserSettings settings = UserSettings.use(given.environment());
        HttpLogin login = new HttpLogin(address, given.environment());
        Failures failures = new Failures(address, login::withoutSecret);
        SshSessions ssh = new SshSessions(settings.home(), given.environment());
        return new GitSession(
                address, given.cache(), new Remote(address, ssh, login, failures), failures);
    }

    String check(Cancellation cancellation) {
        return doing(
                cancellation,
                () -> {
                    Seen now = refresh(cancellation);
                    remote.checkWritable(copy().repository(), cancellation);
                    String place = address.shown() + ", branch " + address.branch();
                    return now.commit()
                            .map(it -> place + " at " + describe(it))
                            .orElse(place + ", which the first push makes");
                });
    }

    boolean put(String name, byte[] content, Cancellation cancellation) {
        return doing(
                cancellation,
                () -> {
                    Seen now = pending.isEmpty() ? refresh(cancellation) : seen(cancellation);
                    Optional<Change> before = Optional.ofNullable(pending.get(name));
                    boolean deleted = before.filter(Change::deletes).isPresent();
                    if (before.flatMap(Change::adds).isPresent()
                            || (!deleted && find(now, name).isPresent())) {
                        return false;
                    }
                    ObjectId blob = inserter().insert(Constants.OBJ_BLOB, content);
                    cancellation.check();
                    pending.put(name, new Change(deleted, Optional.of(blob)));
                    return true;
                });
    }

    void delete(String name, Cancellation cancellation) {
        doing(
                cancellation,
                () -> {
                    seen(cancellation);
                    pending.put(name, Change.delete());
                    return true;
                });
    }

    Optional<byte[]> get(String name, int limitBytes, Cancellation cancellation) {
        return doing(
                cancellation,
                () -> {
                    Optional<Change> change = Optional.ofNullable(pending.get(name));
                    Optional<ObjectId> blob =
                            change.isPresent()
                                    ? change.get().adds()
                                    : find(seen(cancellation), name);
                    if (change.isEmpty() && blob.isEmpty()) {
                        blob = find(refresh(cancellation), name);
                    }
                    return blob.isEmpty()
                            ? Optional.empty()
                            : Optional.of(read(name, blob.get(), limitBytes));
                });
    }

    StorePage list(String prefix, String after, int limit, Cancellation cancellation) {
        return doing(
                cancellation,
                () -> {
                    Seen now = after.isEmpty() ? refresh(cancellation) : seen(cancellation);
                    try (ObjectReader reader = copy().repository().newObjectReader()) {
                        BranchTree tree = new BranchTree(reader, now.tree());
                        return new StorePage(tree.list(prefix, after, limit));
                    }
                });
    }

    void flush(Cancellation cancellation) {
        if (pending.isEmpty()) {
            return;
        }
        Patience patience = new Patience(PUSH_ATTEMPTS);
        doing(
                cancellation,
                () -> {
                    // What was seen last will do: if it is no longer so, the push is refused.
                    Seen now = seen(cancellation);
                    while (true) {
                        Optional<String> hindered = pushOnce(now, cancellation);
                        if (hindered.isEmpty()) {
                            return true;
                        }
                        if (!patience.left()) {
                            throw overtaken(hindered.get());
                        }
                        patience.pause(cancellation);
                        unlockFolder();
                        now = refresh(cancellation);
                    }
                });
    }

    int sweep(Instant before) {
        return doing(
                new Cancellation(),
                () -> {
                    int removed = copy().sweep(before);
                    for (Path folder : gitFolder().stream().toList()) {
                        removed += Leftovers.sweep(folder, before);
                    }
                    return removed + (unlockFolder() ? 1 : 0);
                });
    }

    void close() {
        if (inserter != null) {
            inserter.close();
        }
        if (copy != null) {
            copy.close();
        }
        remote.close();
    }

    /// Puts what is to be pushed on top of the branch as it was seen last, and pushes that.
    ///
    /// @return what came in between; empty when it is done
    private Optional<String> pushOnce(Seen seenLast, Cancellation cancellation) throws IOException {
        Seen now = seenLast;
        Optional<ObjectId> commit = commit(now);
        if (commit.isEmpty()) {
            now = refresh(cancellation);
            commit = commit(now);
        }
        if (commit.isEmpty()) {
            pending.clear();
            return Optional.empty();
        }
        cancellation.check();
        Optional<ObjectId> from = now.commit().map(RevCommit::copy);
        try {
            return switch (remote.push(copy().repository(), from, commit.get(), cancellation)) {
                case Remote.Pushed.Done() -> {
                    copy().note(address, commit.get());
                    seen = read(commit);
                    pending.clear();
                    copy().tidy();
                    yield Optional.empty();
                }
                case Remote.Pushed.Overtaken(String message) -> Optional.of(message);
            };
        } catch (StoreException e) {
            // It may have arrived all the same: the next look at the branch tells.
            if (!Failures.mayPass(e)) {
                throw e;
            }
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// {@return a commit of what is not there yet; empty when all of it is}
    private Optional<ObjectId> commit(Seen now) throws IOException {
        PackInserter into = inserter();
        try (ObjectReader reader = into.newReader()) {
            Optional<ObjectId> tree = new TreeEdit(reader, into).apply(now.tree(), pending);
            if (tree.equals(now.tree())) {
                return Optional.empty();
            }
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(
                    tree.isPresent() ? tree.get() : into.insert(Constants.OBJ_TREE, new byte[0]));
            now.commit().ifPresent(commit::setParentId);
            PersonIdent person = person();
            commit.setAuthor(person);
            commit.setCommitter(person);
            commit.setMessage(CommitText.of(pending));
            ObjectId made = into.insert(commit);
            into.flush();
            return Optional.of(made);
        }
    }

    private PersonIdent person() throws IOException {
        return address.author().isPresent()
                ? new PersonIdent(address.author().get().name(), address.author().get().mail())
                : new PersonIdent(copy().repository());
    }

    private Seen refresh(Cancellation cancellation) throws IOException {
        Optional<ObjectId> tip = remote.fetch(copy().repository(), cancellation);
        Seen before = seen;
        if (before != null && before.commit().map(RevCommit::copy).equals(tip)) {
            return before;
        }
        Seen now = read(tip);
        if (tip.isPresent()) {
            copy().note(address, tip.get());
        }
        seen = now;
        return now;
    }

    private Seen seen(Cancellation cancellation) throws IOException {
        Seen now = seen;
        return now == null ? refresh(cancellation) : now;
    }

    private Seen read(Optional<ObjectId> tip) throws IOException {
        if (tip.isEmpty()) {
            return new Seen(Optional.empty(), Optional.empty());
        }
        try (RevWalk walk = new RevWalk(copy().repository())) {
            RevCommit commit = walk.parseCommit(tip.get());
            return new Seen(Optional.of(commit), Optional.of(commit.getTree().copy()));
        }
    }

    private Optional<ObjectId> find(Seen where, String name) throws IOException {
        try (ObjectReader reader = copy().repository().newObjectReader()) {
            return new BranchTree(reader, where.tree()).find(name);
        }
    }

    private byte[] read(String name, ObjectId blob, int limitBytes) throws IOException {
        try (ObjectReader reader = inserter().newReader()) {
            ObjectLoader loader = reader.open(blob, Constants.OBJ_BLOB);
            if (loader.getSize() > limitBytes) {
                throw new StoreException(
                        Kind.DAMAGED,
                        "'" + name + "' is longer than " + limitBytes + " bytes",
                        "it is not what was put there; look at the branch's history",
                        null);
            }
            return loader.isLarge() ? loader.getCachedBytes(limitBytes) : loader.getBytes();
        }
    }

    private CachedCopy copy() throws IOException {
        CachedCopy opened = copy;
        if (opened == null) {
            opened = CachedCopy.open(cache);
            copy = opened;
        }
        return opened;
    }

    private PackInserter inserter() throws IOException {
        PackInserter made = inserter;
        if (made == null) {
            made = copy().inserter();
            inserter = made;
        }
        return made;
    }

    private static String describe(RevCommit commit) {
        PersonIdent by = commit.getCommitterIdent();
        return commit.abbreviate(12).name()
                + ", last written "
                + by.getWhenAsInstant()
                + " by "
                + Texts.line(by.getName());
    }

    private boolean unlockFolder() throws IOException {
        Optional<Path> folder = gitFolder();
        return folder.isPresent() && Leftovers.unlock(folder.get(), address.ref());
    }

    private Optional<Path> gitFolder() {
        return address.folder()
                .map(it -> Files.isDirectory(it.resolve(".git")) ? it.resolve(".git") : it);
    }

    private StoreException overtaken(String message) {
        return new StoreException(
                Kind.UNREACHABLE,
                address.shown() + " did not take the push in time: " + Texts.line(message),
                "others push all the time, or a lock was left there; run it again",
                null);
    }

    /// Does it; once more with a new copy when the old one is not whole, unless that would lose
    /// what was put.
    private <T> T doing(Cancellation cancellation, Step<T> step) {
        if (lost != null) {
            throw lost;
        }
        try {
            return step.run();
        } catch (IOException | RuntimeException e) {
            StoreException failure = failures.of(e);
            if (!Failures.isBrokenCopy(e) || cancellation.isCancelled()) {
                throw failure;
            }
            if (!discard()) {
                lost = failure;
                throw failure;
            }
        }
        try {
            return step.run();
        } catch (IOException | RuntimeException e) {
            throw failures.of(e);
        }
    }

    /// {@return whether what was put is still there}
    private boolean discard() {
        boolean kept = pending.isEmpty();
        CachedCopy broken = copy;
        seen = null;
        copy = null;
        inserter = null;
        pending.clear();
        if (broken != null) {
            try {
                broken.discard();
            } catch (IOException e) {
                throw failures.of(e);
            }
        }
        return kept;
    }
}
