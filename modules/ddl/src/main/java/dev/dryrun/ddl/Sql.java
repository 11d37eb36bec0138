package dev.dryrun.ddl;

import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// The lexical parts of SQL: literals, quoted names and lists of them.
final class Sql {

    private Sql() {}

    /// {@return the text as a literal, as `standard_conforming_strings` reads it}
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// {@return the text between dollar quotes that do not occur in it}
    static String dollarQuoted(String text) {
        String tag = "$$";
        // A body that ends in a dollar sign would lengthen the tag that follows.
        for (int i = 0; (text + "$").contains(tag); i++) {
            tag = "$_" + (i == 0 ? "" : i) + "$";
        }
        return tag + text + tag;
    }

    static String name(String identifier) {
        return SqlIdentifier.quote(identifier);
    }

    /// {@return the name as the server shows it when only `pg_catalog` is searched}
    static String bare(QualifiedName name) {
        return name.schema().equals("pg_catalog") ? name(name.name()) : name.sql();
    }

    static String names(List<String> identifiers) {
        return identifiers.stream().map(SqlIdentifier::quote).collect(Collectors.joining(", "));
    }

    /// {@return `name = 'value', …`, names with a dot as they are}
    static String parameters(Map<String, String> options) {
        List<String> parts = new ArrayList<>();
        options.forEach((option, value) -> parts.add(option + " = " + literal(value)));
        return String.join(", ", parts);
    }

    /// {@return ` WITH (…)`, or nothing without options}
    static String with(SortedMap<String, String> options) {
        return options.isEmpty() ? "" : " WITH (" + parameters(options) + ")";
    }

    /// {@return what stands before the argument types of an overloaded object's name}
    ///
    /// @param signature `name(type, "odd(type")`; the name itself may hold anything
    static int argumentsOf(String signature) {
        boolean quoted = false;
        for (int i = signature.length() - 1; i >= 0; i--) {
            char c = signature.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '(' && !quoted) {
                return i;
            }
        }
        throw new IllegalArgumentException("no argument types: " + signature);
    }

    /// {@return an overloaded object's own name, unquoted}
    static String ownName(QualifiedName name) {
        return name.name().substring(0, argumentsOf(name.name()));
    }

    /// {@return an overloaded object's argument types, parentheses included}
    static String arguments(QualifiedName name) {
        return name.name().substring(argumentsOf(name.name()));
    }

    /// {@return a function's name without its arguments}
    static String function(QualifiedName name) {
        return name(name.schema()) + "." + name(ownName(name));
    }
}
