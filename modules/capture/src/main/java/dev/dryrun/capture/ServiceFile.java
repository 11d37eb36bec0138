package dev.dryrun.capture;

import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds a service in `pg_service.conf`, as libpq does: the user's own file first (`PGSERVICEFILE`,
/// else `~/.pg_service.conf`), then that of `PGSYSCONFDIR`.
///
/// @param environment the process's environment variables
record ServiceFile(Map<String, String> environment) {

    private static final String HINT =
            "look into PGSERVICEFILE, ~/.pg_service.conf and PGSYSCONFDIR/pg_service.conf";

    /// {@return what the service's section says, by keyword}
    ///
    /// @param service its name
    /// @throws CaptureException CONNECTION_INVALID when no file has it, or its section is broken
    Map<String, String> settings(String service) {
        return files().filter(Files::isRegularFile)
                .map(file -> section(lines(file), service))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() ->
                        problem("the service of the connection string is not defined anywhere"));
    }

    private Stream<Path> files() {
        Optional<Path> own =
                variable("PGSERVICEFILE")
                        .map(Path::of)
                        .or(() ->
                                UserFiles.home(environment)
                                        .map(home -> home.resolve(".pg_service.conf")));
        Optional<Path> system =
                variable("PGSYSCONFDIR").map(folder -> Path.of(folder, "pg_service.conf"));
        return Stream.of(own, system).flatMap(Optional::stream);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    private static Optional<Map<String, String>> section(List<String> lines, String service) {
        Map<String, String> settings = new HashMap<>();
        boolean inside = false;
        boolean found = false;
        for (String raw : lines) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                inside = !found && line.equals("[" + service + "]");
                found |= inside;
            } else if (inside) {
                put(settings, line);
            }
        }
        return found ? Optional.of(settings) : Optional.empty();
    }

    private static void put(Map<String, String> settings, String line) {
        int equals = line.indexOf('=');
        String keyword = equals < 0 ? line : line.substring(0, equals);
        if (line.startsWith("ldap")) {
            throw problem("the service asks an LDAP server, which is not supported");
        }
        if (equals < 0 || keyword.equals("service") || !Keywords.known(keyword)) {
            throw problem("the service's section has a line that is not understood");
        }
        settings.putIfAbsent(keyword, line.substring(equals + 1));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new CaptureException(
                    ErrorCode.CONNECTION_INVALID, "the service file cannot be read", HINT, e);
        }
    }

    private static CaptureException problem(String what) {
        return new CaptureException(ErrorCode.CONNECTION_INVALID, what, HINT);
    }
}
