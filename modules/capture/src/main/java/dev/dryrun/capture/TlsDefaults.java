package dev.dryrun.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files that libpq takes for TLS when nothing names others, and what their presence changes.
///
/// @param environment the process's environment variables
record TlsDefaults(Map<String, String> environment) {

    private static final List<String> MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /// Adds what is left out: the user's certificate, key and trusted roots where they exist.
    ///
    /// @param options by keyword; changed
    void addTo(Map<String, String> options) {
        present("postgresql.crt").ifPresent(file -> options.putIfAbsent("sslcert", file));
        present("postgresql.key").ifPresent(file -> options.putIfAbsent("sslkey", file));
        present("root.crt").ifPresent(file -> options.putIfAbsent("sslrootcert", file));
        String roots = options.getOrDefault("sslrootcert", "");
        if (roots.equals("system")) {
            options.putIfAbsent("sslmode", "verify-full");
        }
        String mode = options.getOrDefault("sslmode", "prefer");
        if (!MODES.contains(mode)) {
            throw ConnectionUri.invalid("its sslmode is none of " + String.join(", ", MODES));
        }
        if (roots.equals("system") && !mode.equals("verify-full")) {
            throw ConnectionUri.invalid("sslrootcert=system wants sslmode=verify-full");
        }
        // Roots that are there are used: so has libpq always taken "require".
        if (mode.equals("require") && Files.isRegularFile(Path.of(roots)) && !roots.isEmpty()) {
            options.put("sslmode", "verify-ca");
        }
    }

    private Optional<String> present(String name) {
        return UserFiles.tls(environment, name).filter(Files::isRegularFile).map(Path::toString);
    }
}
