package dev.dryrun.ddl;

import dev.dryrun.model.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// Renders the options of foreign tables, their columns, servers and wrappers.
///
/// A value that was not captured, because it may hold a secret, is written as `not captured`.
final class OptionsDdl {

    private static final String PLACEHOLDER = "not captured";

    private OptionsDdl() {}

    /// {@return ` OPTIONS (…)`, or nothing without options}
    static String clause(SortedMap<String, Reading<String>> options) {
        List<String> parts = new ArrayList<>();
        options.forEach(
                (name, value) -> parts.add(option(name, value.known().orElse(PLACEHOLDER))));
        return clause(parts);
    }

    /// {@return the same of a list as definitions have it}
    ///
    /// @param options each `name=value`, or the name alone where the value was not captured
    static String listed(List<String> options) {
        List<String> parts = new ArrayList<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            parts.add(
                    equals < 0
                            ? option(option, PLACEHOLDER)
                            : option(option.substring(0, equals), option.substring(equals + 1)));
        }
        return clause(parts);
    }

    private static String option(String name, String value) {
        return Sql.name(name) + " " + Sql.literal(value);
    }

    private static String clause(List<String> parts) {
        return parts.isEmpty() ? "" : " OPTIONS (" + String.join(", ", parts) + ")";
    }
}
