package dev.dryrun.capture;

import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/// Reads connection strings as libpq does: `postgres://` URLs, and `host=… user=…` (so also
/// `service=…`).
///
/// What the string leaves out comes from the service it names, then from libpq's environment
/// variables, then from `.pgpass`, then from libpq's defaults. No message repeats any part of the
/// string: it may hold a password in the wrong place.
public final class ConnectionUri {

    private ConnectionUri() {}

    /// {@return whether the string carries a password, which everybody sees who lists processes}
    ///
    /// @param text as given on a command line
    /// @throws CaptureException CONNECTION_INVALID when it is no connection string
    public static boolean hasPassword(String text) {
        return !read(text).getOrDefault("password", "").isEmpty();
    }

    /// {@return where the string points}
    ///
    /// @param text the connection string
    /// @param environment the process's environment variables
    /// @throws CaptureException CONNECTION_INVALID when it cannot be understood
    public static ConnectionTarget parse(String text, Map<String, String> environment) {
        return new TargetResolver(environment, read(text)).target();
    }

    private static Map<String, String> read(String text) {
        Map<String, String> given;
        if (UriSyntax.fits(text)) {
            given = UriSyntax.read(text);
        } else if (text.contains("=") && !text.contains("://")) {
            given = KeywordSyntax.read(text);
        } else {
            throw invalid("it is neither a postgres:// URL nor of the form host=… user=…");
        }
        if (!given.keySet().stream().allMatch(Keywords::known)) {
            throw invalid(
                    "it has an unknown parameter; known are "
                            + String.join(", ", new TreeSet<>(Keywords.VARIABLES.keySet())));
        }
        Map<String, String> withoutEmpty = new HashMap<>(given);
        withoutEmpty.values().removeIf(String::isEmpty);
        return withoutEmpty;
    }

    static CaptureException invalid(String why) {
        return new CaptureException(
                ErrorCode.CONNECTION_INVALID,
                "the connection string cannot be understood: " + why,
                "write it as postgres://user@host:5432/database");
    }
}
