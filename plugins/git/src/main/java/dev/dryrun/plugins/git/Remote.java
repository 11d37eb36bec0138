package dev.dryrun.plugins.git;

import dev.dryrun.plugins.git.Failures.Step;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PackLock;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;

/// The repository that is shared: fetches and pushes one branch of it, and no other. A connection
/// that breaks is tried again a few times.
final class Remote implements AutoCloseable {

    private static final int ATTEMPTS = 4;
    private static final int SILENCE_MAX_SECONDS = 90;

    /// What servers say when another push was quicker.
    private static final Pattern OVERTAKEN =
            Pattern.compile(
                    "(?i)lock|failed to update ref|already exists|fast[- ]?forward|fetch first"
                            + "|old value|stale info|but expected|incorrect old");

    private final GitAddress address;
    private final SshSessions ssh;
    private final HttpLogin login;
    private final Failures failures;

    /// What became of a push.
    sealed interface Pushed {
        /// The branch is where it was to go.
        record Done() implements Pushed {}

        /// Somebody else moved it meanwhile.
        ///
        /// @param message what the server said
        record Overtaken(String message) implements Pushed {}
    }

    Remote(GitAddress address, SshSessions ssh, HttpLogin login, Failures failures) {
        this.address = address;
        this.ssh = ssh;
        this.login = login;
        this.failures = failures;
    }

    /// Brings the branch's newest commit, and all of what it needs, into the copy.
    ///
    /// @return that commit; empty when there is no such branch
    Optional<ObjectId> fetch(Repository copy, Cancellation cancellation) {
        return patiently(
                cancellation,
                () -> {
                    try (Transport transport = open(copy);
                            FetchConnection connection =
                                    transport.openFetch(List.of(new RefSpec(address.ref())))) {
                        Ref branch = connection.getRef(address.ref());
                        if (branch == null || branch.getObjectId() == null) {
                            return Optional.empty();
                        }
                        ObjectId tip = branch.getObjectId();
                        if (!copy.getObjectDatabase().has(tip)) {
                            connection.fetch(cancellation, List.of(branch), Set.of());
                            for (PackLock lock : connection.getPackLocks()) {
                                lock.unlock();
                            }
                        }
                        return Optional.of(tip);
                    }
                });
    }

    /// Moves the branch from one commit to another, if it still is there.
    ///
    /// @param from empty when there is no such branch yet
    Pushed push(Repository copy, Optional<ObjectId> from, ObjectId to, Cancellation cancellation) {
        return attempt(
                cancellation,
                () -> {
                    RemoteRefUpdate update =
                            new RemoteRefUpdate(
                                    copy,
                                    to.name(),
                                    to,
                                    address.ref(),
                                    false,
                                    null,
                                    from.orElse(ObjectId.zeroId()));
                    try (Transport transport = open(copy)) {
                        PushResult result = transport.push(cancellation, List.of(update));
                        cancellation.check();
                        return outcome(update, result);
                    }
                });
    }

    /// Asks whether it could be pushed to, and pushes nothing.
    void checkWritable(Repository copy, Cancellation cancellation) {
        patiently(
                cancellation,
                () -> {
                    try (Transport transport = open(copy);
                            PushConnection connection = transport.openPush()) {
                        return connection.getRefsMap().size();
                    }
                });
    }

    @Override
    public void close() {
        ssh.close();
    }

    private Pushed outcome(RemoteRefUpdate update, PushResult result) {
        String message = Optional.ofNullable(update.getMessage()).orElse("");
        return switch (update.getStatus()) {
            case OK, UP_TO_DATE -> new Pushed.Done();
            case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED ->
                    new Pushed.Overtaken("the branch has moved on");
            case REJECTED_OTHER_REASON -> {
                if (OVERTAKEN.matcher(message).find()) {
                    yield new Pushed.Overtaken(message);
                }
                String said = Optional.ofNullable(result.getMessages()).orElse("");
                throw failures.rejected(message + (said.isBlank() ? "" : ": " + said));
            }
            case REJECTED_NODELETE, NON_EXISTING, NOT_ATTEMPTED, AWAITING_REPORT ->
                    throw new StoreException(
                            Kind.UNREACHABLE,
                            address.shown() + " did not say whether it took the push",
                            "run it again: what arrived is not sent twice",
                            null);
        };
    }

    private Transport open(Repository copy) throws IOException {
        Optional<Path> folder = address.folder();
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new StoreException(
                    Kind.MISSING,
                    "there is no folder " + address.shown(),
                    "make the repository first: git init --bare " + address.shown(),
                    null);
        }
        Transport transport = Transport.open(copy, address.uri());
        transport.setTimeout(SILENCE_MAX_SECONDS);
        transport.setCredentialsProvider(login);
        if (transport instanceof SshTransport overSsh) {
            ssh.configure(overSsh);
        }
        return transport;
    }

    private <T> T patiently(Cancellation cancellation, Step<T> step) {
        Patience patience = new Patience(ATTEMPTS);
        while (true) {
            try {
                return attempt(cancellation, step);
            } catch (StoreException e) {
                if (!Failures.mayPass(e) || !patience.left()) {
                    throw e;
                }
                try {
                    patience.pause(cancellation);
                } catch (IOException _) {
                    throw e;
                }
            }
        }
    }

    private <T> T attempt(Cancellation cancellation, Step<T> step) {
        ssh.takeRefused();
        try {
            cancellation.check();
            return step.run();
        } catch (IOException | RuntimeException e) {
            Optional<StrictServerKeys.Refused> refused = ssh.takeRefused();
            if (refused.isPresent()) {
                throw failures.untrusted(refused.get());
            }
            throw failures.of(e);
        }
    }
}
