package dev.dryrun.capture;

import dev.dryrun.capture.ConnectionTarget.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A `.pgpass`: lines of `host:port:database:user:password`, the first that fits counts. `*` fits
/// everything; a backslash goes before a colon or a backslash that is meant as it is.
///
/// @param file where it is
record PasswordFile(Path file) {

    private static final int FIELDS = 5;
    private static final int PASSWORD = 4;
    private static final Set<PosixFilePermission> OF_OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);

    /// {@return whether it is there and must not be used, because others than its owner have rights
    /// on it}
    boolean open() {
        try {
            return Files.isRegularFile(file)
                    && file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains);
        } catch (IOException e) {
            return false;
        }
    }

    /// {@return the password, or empty when there is no file or no line fits}
    ///
    /// @param hosts tried in order; one connection has one password, so the first that fits counts
    /// @param database the database's name
    /// @param user the role
    Optional<Secret> password(List<Host> hosts, String database, String user) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            List<List<String>> lines = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.startsWith("#")) {
                    lines.add(fields(line));
                }
            }
            return hosts.stream()
                    .flatMap(
                            host -> lines.stream().filter(line -> fits(line, host, database, user)))
                    .findFirst()
                    .map(line -> new Secret(line.get(PASSWORD)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(List<String> line, Host host, String database, String user) {
        List<String> wanted =
                List.of(host.passwordName(), Integer.toString(host.port()), database, user);
        if (line.size() < FIELDS) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!line.get(i).equals("*") && !unescaped(line.get(i)).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// The first four still escaped, so that a star can be told from an escaped one; the password
    /// is all that follows up to the next plain colon.
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= line.length() && fields.size() < FIELDS; i++) {
            if (i == line.length() || line.charAt(i) == ':') {
                String field = line.substring(begin, i);
                fields.add(fields.size() == PASSWORD ? unescaped(field) : field);
                begin = i + 1;
            } else if (line.charAt(i) == '\\' && i + 1 < line.length()) {
                i++;
            }
        }
        return fields;
    }

    private static String unescaped(String field) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            if (field.charAt(i) == '\\' && i + 1 < field.length()) {
                i++;
            }
            plain.append(field.charAt(i));
        }
        return plain.toString();
    }
}
