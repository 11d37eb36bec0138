package dev.dryrun.plugins.git;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jgit.transport.URIish;

/// Asks the user's own git for what it would sign in with, where git is installed. Git's helpers
/// may open a window; nothing is asked at the terminal.
final class GitCredentialFill {

    private static final int WAIT_SECONDS = 60;

    /// What git finds its settings by; the rest of the environment is as it is.
    private static final List<String> VARIABLES =
            List.of("HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM");

    private final Function<String, Optional<String>> environment;

    GitCredentialFill(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    /// What one signs in with. It is never shown.
    static final class Login {

        private final String user;
        private final char[] secret;

        Login(String user, char[] secret) {
            this.user = user;
            this.secret = secret;
        }

        String user() {
            return user;
        }

        char[] secret() {
            return secret;
        }

        @Override
        public String toString() {
            return "Login of " + user;
        }
    }

    /// {@return what git knows for this address, or empty when it is not there or knows nothing}
    Optional<Login> fill(URIish uri) {
        ProcessBuilder command =
                new ProcessBuilder("git", "-c", "core.askPass=", "credential", "fill");
        Map<String, String> variables = command.environment();
        for (String name : VARIABLES) {
            environment
                    .apply(name)
                    .ifPresentOrElse(
                            value -> variables.put(name, value), () -> variables.remove(name));
        }
        variables.put("GIT_TERMINAL_PROMPT", "0");
        variables.put("GIT_ASKPASS", "");
        variables.put("SSH_ASKPASS", "");
        command.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process git = command.start();
            try {
                return answer(git, uri);
            } finally {
                git.destroyForcibly();
            }
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Login> answer(Process git, URIish uri)
            throws IOException, InterruptedException {
        try (BufferedWriter in = git.outputWriter()) {
            in.write("protocol=" + uri.getScheme() + "\n");
            in.write("host=" + host(uri) + "\n");
            in.write("path=" + uri.getRawPath().replaceFirst("^/+", "") + "\n");
            if (uri.getUser() != null) {
                in.write("username=" + uri.getUser() + "\n");
            }
            in.write("\n");
        }
        // Its few lines fit into the pipe, so waiting first cannot block it.
        if (!git.waitFor(WAIT_SECONDS, TimeUnit.SECONDS) || git.exitValue() != 0) {
            return Optional.empty();
        }
        Map<String, String> answer = new LinkedHashMap<>();
        git.inputReader()
                .lines()
                .forEach(line -> {
                    int equals = line.indexOf('=');
                    if (equals > 0) {
                        answer.put(line.substring(0, equals), line.substring(equals + 1));
                    }
                });
        String user = answer.get("username");
        String secret = answer.get("password");
        return user == null || secret == null
                ? Optional.empty()
                : Optional.of(new Login(user, secret.toCharArray()));
    }

    private static String host(URIish uri) {
        return uri.getPort() > 0 ? uri.getHost() + ":" + uri.getPort() : uri.getHost();
    }
}
