package dev.dryrun.capture;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where libpq looks for a user's own files.
final class UserFiles {

    private UserFiles() {}

    /// {@return the user's home, or empty when the environment does not say}
    static Optional<Path> home(Map<String, String> environment) {
        return folder(environment, "HOME").or(() -> folder(environment, "USERPROFILE"));
    }

    /// {@return the file of that name among the user's TLS files}
    static Optional<Path> tls(Map<String, String> environment, String name) {
        return folder(environment, "APPDATA")
                .map(folder -> folder.resolve("postgresql"))
                .or(() -> home(environment).map(home -> home.resolve(".postgresql")))
                .map(folder -> folder.resolve(name));
    }

    /// {@return the user's password file}
    static Optional<Path> passwords(Map<String, String> environment) {
        return folder(environment, "APPDATA")
                .map(folder -> folder.resolve("postgresql").resolve("pgpass.conf"))
                .or(() -> home(environment).map(home -> home.resolve(".pgpass")));
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }
}
