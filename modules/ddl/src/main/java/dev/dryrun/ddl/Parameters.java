package dev.dryrun.ddl;

import dev.dryrun.model.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The list of parameters of `CREATE AGGREGATE`, `CREATE OPERATOR` and their like, made of the
/// properties of a definition.
final class Parameters {

    private final Definition definition;
    private final List<String> parts = new ArrayList<>();

    Parameters(Definition definition) {
        this.definition = definition;
    }

    /// {@return the only value of a property; null when it stands at its default}
    @Nullable String value(String property) {
        List<String> values = definition.properties().get(property);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    /// {@return all values of a property, none when it stands at its default}
    List<String> values(String property) {
        return definition.properties().getOrDefault(property, List.of());
    }

    boolean has(String property) {
        return definition.properties().containsKey(property);
    }

    /// Adds properties that stand in DDL as they are: names, types, numbers, words.
    Parameters plain(String... properties) {
        return each(UnaryOperator.identity(), properties);
    }

    /// Adds properties that are texts.
    Parameters literal(String... properties) {
        return each(Sql::literal, properties);
    }

    /// Adds operators, which SQL names within `OPERATOR()`.
    Parameters operator(String... properties) {
        return each(operator -> "OPERATOR(" + operator + ")", properties);
    }

    /// Adds properties that are there or not.
    Parameters flag(String... properties) {
        for (String property : properties) {
            if (has(property)) {
                parts.add(property.toUpperCase(Locale.ROOT));
            }
        }
        return this;
    }

    /// Adds one that has another name in DDL.
    Parameters as(String word, @Nullable String value) {
        if (value != null) {
            parts.add(word + " = " + value);
        }
        return this;
    }

    private Parameters each(UnaryOperator<String> how, String... properties) {
        for (String property : properties) {
            String value = value(property);
            if (value != null) {
                parts.add(property.toUpperCase(Locale.ROOT) + " = " + how.apply(value));
            }
        }
        return this;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /// {@return the list on lines of their own, in parentheses}
    String lines() {
        return "(\n    " + String.join(",\n    ", parts) + "\n)";
    }

    /// {@return the list in one line, in parentheses}
    String line() {
        return "(" + String.join(", ", parts) + ")";
    }
}
