package dev.dryrun.config;

import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text that may hold a password: a connection string, a key. It prints as `***`.
///
/// @param raw as it stands in `dryrun.toml`, with `${VARIABLE}` not yet replaced
public record Secret(String raw) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    /// {@return the text with each `${VARIABLE}` replaced by its value}
    ///
    /// Only commands that touch a database ask for it; the offline ones never look.
    ///
    /// @param environment the process's variables
    /// @throws ConfigException `CONNECTION_MISSING` when a variable is not set
    public String expanded(Map<String, String> environment) {
        Matcher matcher = VARIABLE.matcher(raw);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            matcher.appendReplacement(text, Matcher.quoteReplacement(value(name, environment)));
        }
        return matcher.appendTail(text).toString();
    }

    static String value(String variable, Map<String, String> environment) {
        String value = environment.get(variable);
        if (value == null) {
            throw new ConfigException(
                    ErrorCode.CONNECTION_MISSING,
                    "dryrun.toml takes the connection from the environment variable "
                            + variable
                            + ", which is not set",
                    "set " + variable + ", or name the database with --db");
        }
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
