package dev.dryrun.plugins.git;

import dev.dryrun.store.spi.StoreAddress;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.URIish;

/// Which branch of which repository, and who writes.
///
/// @param uri where the repository is; never with a password
/// @param way how it is reached
/// @param branch the branch's name, without `refs/heads/`
/// @param tokenVariable the environment variable that holds a token
/// @param author who is named in commits, instead of whom git's configuration names
record GitAddress(
        URIish uri,
        Way way,
        String branch,
        Optional<String> tokenVariable,
        Optional<Author> author) {

    static final String BRANCH = "branch";
    static final String TOKEN_ENV = "token_env";
    static final String AUTHOR = "author";
    static final Set<String> OPTIONS = Set.of(BRANCH, TOKEN_ENV, AUTHOR);

    private static final String BRANCH_DEFAULT = "dryrun";
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.*");
    private static final Pattern SCP =
            Pattern.compile("(?:[^@/:\\s]+@)?(\\[[0-9A-Fa-f:.]+\\]|[^@/:\\\\\\s]{2,}):(?!//).+");

    /// Git would run a program for it.
    private static final Pattern TRANSPORT = Pattern.compile("[A-Za-z0-9+.-]+::.*");

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern PERSON = Pattern.compile("([^<>\\n]*[^<>\\s])\\s*<([^<>\\s]+)>");
    private static final Set<String> LOOPBACK =
            Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");

    /// How a repository is reached.
    enum Way {
        /// A folder of this machine.
        FILE,
        /// A shell of another one.
        SSH,
        /// A web server.
        HTTP
    }

    /// Who writes.
    ///
    /// @param name as in `Ada Lovelace`
    /// @param mail as in `ada@example.com`
    record Author(String name, String mail) {}

    static GitAddress parse(StoreAddress address) {
        String ref = address.ref().strip();
        if (ref.isEmpty() || ref.chars().anyMatch(it -> it < ' ')) {
            throw invalid("the address names no repository");
        }
        Way way = way(ref);
        URIish uri = way == Way.FILE ? folder(ref, address.base()) : remote(ref, way);
        Optional<String> variable = Optional.ofNullable(address.options().get(TOKEN_ENV));
        if (variable.isPresent()) {
            checkTokenUse(variable.get(), way, uri);
        }
        String branch = address.options().getOrDefault(BRANCH, BRANCH_DEFAULT);
        if (!Repository.isValidRefName(Constants.R_HEADS + branch) || branch.startsWith("-")) {
            throw new StoreException(
                    Kind.INVALID,
                    "'" + Texts.line(branch) + "' cannot be the name of a branch",
                    "write it without refs/heads/, as in branch = \"" + BRANCH_DEFAULT + "\"",
                    null);
        }
        return new GitAddress(
                uri,
                way,
                branch,
                variable,
                Optional.ofNullable(address.options().get(AUTHOR)).map(GitAddress::author));
    }

    /// {@return the full name of the branch}
    String ref() {
        return Constants.R_HEADS + branch;
    }

    /// {@return what people call it; no secret is in it}
    String shown() {
        return way == Way.FILE ? uri.getPath() : uri.toString();
    }

    /// {@return the folder, where it is one}
    Optional<Path> folder() {
        return way == Way.FILE ? Optional.of(Path.of(uri.getPath())) : Optional.empty();
    }

    private static Way way(String ref) {
        Matcher scheme = SCHEME.matcher(ref);
        if (scheme.matches()) {
            return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
                case "ssh", "git+ssh", "ssh+git" -> Way.SSH;
                case "https", "http" -> Way.HTTP;
                case "file" -> Way.FILE;
                default -> throw invalid("'" + scheme.group(1) + "://' is no way to a repository");
            };
        }
        if (TRANSPORT.matcher(ref).matches()) {
            throw invalid("'" + Texts.line(ref.substring(0, ref.indexOf(':'))) + "::' is not run");
        }
        boolean path = ref.startsWith("/") || ref.startsWith(".") || ref.startsWith("~");
        return !path && SCP.matcher(ref).matches() ? Way.SSH : Way.FILE;
    }

    private static URIish folder(String ref, Path base) {
        String text = ref.replaceFirst("(?i)^file://(localhost(?=/))?", "");
        try {
            Path folder = base.resolve(text).normalize();
            return new URIish().setPath(folder.toString());
        } catch (InvalidPathException e) {
            throw new StoreException(
                    Kind.INVALID,
                    "'" + Texts.line(ref) + "' is no path of this machine",
                    "write file:///srv/snapshots.git, or a path",
                    e);
        }
    }

    private static URIish remote(String ref, Way way) {
        URIish uri;
        try {
            uri = new URIish(ref);
        } catch (URISyntaxException e) {
            // Its message would show what may be a password.
            throw invalid("the address cannot be read");
        }
        if (uri.getPass() != null) {
            throw new StoreException(
                    Kind.INVALID,
                    "the address holds a password",
                    "take it out, and name an environment variable: " + TOKEN_ENV + " = \"…\"",
                    null);
        }
        String host = uri.getHost();
        if (host == null || host.isEmpty() || host.startsWith("-") || uri.getPath() == null) {
            throw invalid("the address names no " + (host == null ? "host" : "repository"));
        }
        if (way == Way.SSH && uri.getScheme() == null) {
            return uri;
        }
        return uri.setScheme(way == Way.SSH ? "ssh" : uri.getScheme());
    }

    private static void checkTokenUse(String variable, Way way, URIish uri) {
        if (!VARIABLE.matcher(variable).matches()) {
            throw new StoreException(
                    Kind.INVALID,
                    TOKEN_ENV + " is not the name of an environment variable",
                    "write the variable's name, never the token: "
                            + TOKEN_ENV
                            + " = \"SNAPSHOTS_TOKEN\"",
                    null);
        }
        if (way != Way.HTTP) {
            throw new StoreException(
                    Kind.INVALID,
                    TOKEN_ENV + " is for https: addresses only",
                    "take it out; over ssh your agent and keys sign you in",
                    null);
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())
                && !LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT))) {
            throw new StoreException(
                    Kind.INVALID,
                    "a token would be sent to " + uri.getHost() + " without encryption",
                    "write https://",
                    null);
        }
    }

    private static Author author(String text) {
        Matcher person = PERSON.matcher(text.strip());
        if (!person.matches()) {
            throw new StoreException(
                    Kind.INVALID,
                    "'" + Texts.line(text) + "' names nobody",
                    "write author = \"Name <mail@example.com>\"",
                    null);
        }
        return new Author(person.group(1).strip(), person.group(2));
    }

    private static StoreException invalid(String message) {
        return new StoreException(
                Kind.INVALID,
                message,
                "write git:git@host:team/snapshots.git, git:ssh://…, git:https://… or a path",
                null);
    }
}
