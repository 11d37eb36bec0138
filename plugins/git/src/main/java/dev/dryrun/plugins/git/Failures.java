package dev.dryrun.plugins.git;

import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.PackInvalidException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;

/// Turns what JGit, the ssh client and servers say into what a user can act on.
final class Failures {

    private static final Pattern MISSING =
            Pattern.compile(
                    "not found|does not exist|does not appear to be|no such (file|repo|project)");
    private static final Pattern DENIED =
            Pattern.compile(
                    "not authori[sz]ed|unauthori[sz]ed|authenticat|permission|denied|not permitted"
                            + "|forbidden|read.only|cannot log in|not allowed|no more keys"
                            + "|credentialsprovider|declined|protected|prohibited");
    private static final Pattern FULL =
            Pattern.compile("no space left|quota|disk full|exceeds? .*limit|too large");
    private static final Pattern GONE =
            Pattern.compile(
                    "connection (reset|closed|refused|timed? ?out)|timed? ?out|timeout"
                            + "|broken pipe"
                            + "|hung up|unexpected end|short read|read would have blocked"
                            + "|\\b(429|500|502|503|504)\\b"
                            + "|session is (being )?clos|channel is clos"
                            + "|remote end|unavailable|too many connections|try again");

    private static final String UNKNOWN_HOST = "the host's name is not known";

    private final GitAddress address;
    private final UnaryOperator<String> withoutSecret;

    Failures(GitAddress address, UnaryOperator<String> withoutSecret) {
        this.address = address;
        this.withoutSecret = withoutSecret;
    }

    /// {@return whether the same may work a moment later}
    static boolean mayPass(StoreException failure) {
        return failure.kind() == Kind.UNREACHABLE
                && !String.valueOf(failure.getMessage()).contains(UNKNOWN_HOST);
    }

    /// {@return whether the local copy is not whole}
    static boolean isBrokenCopy(Throwable failure) {
        return hasCause(failure, MissingObjectException.class)
                || hasCause(failure, CorruptObjectException.class)
                || hasCause(failure, PackInvalidException.class)
                || hasCause(failure, RepositoryNotFoundException.class);
    }

    /// {@return why a server's key was not believed}
    StoreException untrusted(StrictServerKeys.Refused refused) {
        if (refused.changed()) {
            return new StoreException(
                    Kind.DENIED,
                    refused.host()
                            + " answers with another key than known_hosts has for it: "
                            + refused.fingerprint(),
                    "somebody may be in between; ask who runs it, and only then: ssh-keygen -R '"
                            + refused.host()
                            + "'",
                    null);
        }
        return new StoreException(
                Kind.DENIED,
                "the server "
                        + refused.host()
                        + " is not known: its key is "
                        + refused.fingerprint(),
                "compare that with what its operator publishes, then add this line to"
                        + " ~/.ssh/known_hosts: "
                        + refused.line(),
                null);
    }

    /// {@return why a branch was not moved, from what the server says}
    StoreException rejected(String message) {
        String said = said(message);
        String text = judged(message);
        if (FULL.matcher(text).find()) {
            return new StoreException(
                    Kind.FULL, at("takes no more") + said, "make room there, or push less", null);
        }
        return new StoreException(
                Kind.DENIED,
                at("does not take the push") + said,
                "whoever pushes needs the right to write to branch " + address.branch(),
                null);
    }

    /// {@return what to say about it}
    StoreException of(Throwable failure) {
        if (failure instanceof StoreException known) {
            return known;
        }
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof StoreException known) {
                return known;
            }
        }
        String message = chain(failure);
        Kind kind = kind(failure, judged(message));
        return new StoreException(kind, what(kind) + said(message), hint(kind), failure);
    }

    private Kind kind(Throwable failure, String text) {
        if (hasCause(failure, NoRemoteRepositoryException.class)) {
            // Over ssh this is also told of a server that hung up before it said anything.
            return DENIED.matcher(text).find() ? Kind.DENIED : Kind.MISSING;
        }
        if (hasCause(failure, ConfigInvalidException.class)) {
            return Kind.INVALID;
        }
        if (text.contains(UNKNOWN_HOST)
                || hasCause(failure, ConnectException.class)
                || hasCause(failure, NoRouteToHostException.class)) {
            return Kind.UNREACHABLE;
        }
        if (FULL.matcher(text).find()) {
            return Kind.FULL;
        }
        if (DENIED.matcher(text).find()) {
            return Kind.DENIED;
        }
        if (isBrokenCopy(failure)) {
            return Kind.DAMAGED;
        }
        if (MISSING.matcher(text).find()) {
            return Kind.MISSING;
        }
        boolean network =
                hasCause(failure, SocketException.class)
                        || hasCause(failure, EOFException.class)
                        || hasCause(failure, InterruptedIOException.class);
        boolean certificate = hasCause(failure, SSLException.class) && text.contains("certif");
        return (network || GONE.matcher(text).find()) && !certificate
                ? Kind.UNREACHABLE
                : Kind.FAILED;
    }

    private String what(Kind kind) {
        return switch (kind) {
            case MISSING -> at("is no repository, or none that you may see");
            case DENIED -> at("lets nobody in this way");
            case UNREACHABLE -> at("does not answer");
            case FULL -> at("takes no more");
            case DAMAGED -> "the local copy of " + address.shown() + " is not whole";
            case INVALID -> "git's configuration cannot be read";
            case INTERRUPTED -> "interrupted";
            case FAILED -> at("could not be used");
        };
    }

    private String hint(Kind kind) {
        return switch (kind) {
            case MISSING -> "make an empty repository there first, and look at the address";
            case DENIED -> signIn();
            case UNREACHABLE -> "look at the address and the network, and run it again";
            case FULL -> "make room there, or push less";
            case DAMAGED -> "run it again: the copy is fetched anew";
            case INVALID -> "'git config --list' shows where";
            case INTERRUPTED -> "nothing half is left behind; run it again";
            case FAILED -> "try 'git ls-remote " + address.shown() + "'";
        };
    }

    private String signIn() {
        return switch (address.way()) {
            case FILE -> "look at the folder's owner and permissions";
            case SSH ->
                    "put a key that the server knows into the ssh agent (ssh-add), or into ~/.ssh"
                            + " without a passphrase";
            case HTTP ->
                    address.tokenVariable().isPresent()
                            ? "look whether the token in "
                                    + address.tokenVariable().get()
                                    + " is still good, and may write"
                            : "name a variable that holds a token ("
                                    + GitAddress.TOKEN_ENV
                                    + "), or sign in once with git itself";
        };
    }

    /// {@return the text as it is searched: a folder may well be called `denied`}
    private String judged(String message) {
        return message.replace(address.shown(), " ")
                .replace(address.uri().getPath(), " ")
                .toLowerCase(Locale.ROOT);
    }

    private String at(String what) {
        return address.shown() + " " + what;
    }

    private String said(String message) {
        String line = Texts.line(withoutSecret.apply(message));
        return line.isEmpty() ? "" : ": " + line;
    }

    /// {@return what the causes say, without what they repeat of each other}
    private String chain(Throwable failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable it = failure; it != null && messages.size() < 6; it = it.getCause()) {
            String message = Optional.ofNullable(it.getMessage()).orElse("");
            if (it instanceof UnknownHostException || message.contains("UnresolvedAddress")) {
                message = UNKNOWN_HOST;
            }
            if (it instanceof FileSystemException) {
                message = it.getClass().getSimpleName() + " " + message;
            }
            String plain = strip(message);
            if (!plain.isEmpty() && messages.stream().noneMatch(seen -> seen.contains(plain))) {
                messages.add(plain);
            }
        }
        if (messages.isEmpty()) {
            return failure.getClass().getSimpleName();
        }
        return messages.stream().distinct().collect(Collectors.joining(": "));
    }

    /// JGit puts the address before most of what it says, and class names before what others said.
    private String strip(String message) {
        String shown = address.uri().toString();
        String plain =
                message.startsWith(shown + ": ") ? message.substring(shown.length() + 2) : message;
        return plain.replaceFirst(
                        "^DefaultConnectFuture\\[.*?\\]: Failed \\(\\w+\\) to execute: ", "")
                .replaceAll("\\b(?:[a-z]+\\.)+[A-Z]\\w*(?:Exception|Error): ", "")
                .strip();
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (type.isInstance(it)) {
                return true;
            }
        }
        return false;
    }

    /// What is done with files and servers.
    ///
    /// @param <T> what comes of it
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }
}
