package dev.dryrun.masking;

import java.util.regex.Pattern;

/// A type as `format_type` writes it.
///
/// @param base without a length
record TypeName(String base) {

    private static final Pattern LENGTH = Pattern.compile("\\(-?\\d+(,-?\\d+)?\\)");

    /// {@return the type, without the length that a column gives it}
    ///
    /// @param declared `numeric(10,2)`, `timestamp(3) with time zone`
    static TypeName of(String declared) {
        return new TypeName(LENGTH.matcher(declared).replaceAll(""));
    }

    /// {@return whether it is one of `pg_catalog`: the others come with their schema, or, by names
    /// that need it, in quotes}
    boolean builtIn() {
        return !base.isEmpty() && base.indexOf('.') < 0 && base.indexOf('"') < 0;
    }
}
