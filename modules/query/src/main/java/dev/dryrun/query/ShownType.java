package dev.dryrun.query;

import dev.dryrun.model.QualifiedName;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names of types as the server shows them.
final class ShownType {

    private static final Map<String, String> SHOWN =
            Map.ofEntries(
                    Map.entry("bool", "boolean"),
                    Map.entry("bpchar", "character"),
                    Map.entry("float4", "real"),
                    Map.entry("float8", "double precision"),
                    Map.entry("int2", "smallint"),
                    Map.entry("int4", "integer"),
                    Map.entry("int8", "bigint"),
                    Map.entry("time", "time without time zone"),
                    Map.entry("timestamp", "timestamp without time zone"),
                    Map.entry("timestamptz", "timestamp with time zone"),
                    Map.entry("timetz", "time with time zone"),
                    Map.entry("varbit", "bit varying"),
                    Map.entry("varchar", "character varying"));

    /// Types whose usual name is a keyword of SQL.
    static final Set<String> WORDS =
            Set.of(
                    "bigint",
                    "boolean",
                    "decimal",
                    "integer",
                    "numeric",
                    "real",
                    "smallint",
                    "varchar");

    private ShownType() {}

    /// {@return the name that `format_type` writes for a type of `pg_catalog`}
    ///
    /// @param stored as the catalogue stores it
    static String shown(String stored) {
        return stored.startsWith("_")
                ? shown(stored.substring(1)) + "[]"
                : SHOWN.getOrDefault(stored, stored);
    }

    /// {@return the schema and the name of a type outside `pg_catalog`; null for one within, and
    /// for what cannot be read}
    ///
    /// @param type as `format_type` writes it with an empty search path
    static @Nullable QualifiedName qualified(String type) {
        int[] at = {0};
        String first = part(type, at);
        if (first.isEmpty() || at[0] >= type.length() || type.charAt(at[0]) != '.') {
            return null;
        }
        at[0]++;
        String second = part(type, at);
        return second.isEmpty() ? null : new QualifiedName(first, second);
    }

    /// Reads an identifier, quoted or not.
    private static String part(String type, int[] at) {
        StringBuilder part = new StringBuilder();
        int i = at[0];
        if (i < type.length() && type.charAt(i) == '"') {
            for (i++; i < type.length(); i++) {
                char c = type.charAt(i);
                if (c == '"' && (i + 1 >= type.length() || type.charAt(i + 1) != '"')) {
                    i++;
                    break;
                }
                i += c == '"' ? 1 : 0;
                part.append(c);
            }
        } else {
            while (i < type.length()
                    && (Character.isLetterOrDigit(type.charAt(i))
                            || type.charAt(i) == '_'
                            || type.charAt(i) == '$')) {
                part.append(type.charAt(i++));
            }
        }
        at[0] = i;
        return part.toString();
    }
}
