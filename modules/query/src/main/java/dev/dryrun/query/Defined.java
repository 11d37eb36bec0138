package dev.dryrun.query;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.Nearest;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The types and functions that there are: those that initdb makes, and those that were captured.
///
/// Where the capture may not have seen all, everything may be there. One thread at a time, as the
/// catalog.
final class Defined {

    private static final String CATALOG = "pg_catalog";
    private static final String DEFAULT_SCHEMA = "public";

    private final Catalog catalog;
    private final Map<List<String>, Answer> types = new HashMap<>();
    private final Map<List<String>, Answer> functions = new HashMap<>();
    private @Nullable Captured captured;

    Defined(Catalog catalog) {
        this.catalog = catalog;
    }

    /// What the server would say of a name.
    sealed interface Answer {

        /// It is there, or may be.
        record There() implements Answer {}

        /// There is no schema of that name.
        record NoSchema() implements Answer {}

        /// It is not there.
        ///
        /// @param elsewhere what has that name in schemas that the search path does not reach
        record Missing(List<QualifiedName> elsewhere) implements Answer {}
    }

    /// What only a walk over the whole capture tells.
    ///
    /// @param types names of types, as SQL would find them without a schema
    /// @param routines names of functions, procedures and aggregates; some may be none
    private record Captured(
            Set<String> schemas,
            Set<String> extensions,
            Set<String> types,
            Set<String> routines,
            Set<QualifiedName> multiranges) {

        /// A capture that has neither is of relations only. What an extension adds to `pg_catalog`
        /// is not captured.
        boolean complete() {
            return !schemas.isEmpty()
                    && !extensions.isEmpty()
                    && KnownExtensions.NAMES.containsAll(extensions);
        }
    }

    /// {@return whether there is a type of this name, which a cast may name}
    ///
    /// @param schema null for an unqualified name
    /// @param name as the catalogue stores it
    Answer type(@Nullable String schema, String name) {
        return types.computeIfAbsent(key(schema, name), _ -> findType(schema, name));
    }

    /// {@return whether a call without arguments may mean anything; missing only where no schema
    /// has a function, a procedure, an aggregate or a type of this name}
    ///
    /// @param schema null for an unqualified name
    /// @param name the function's name alone
    Answer call(@Nullable String schema, String name) {
        return functions.computeIfAbsent(key(schema, name), _ -> findFunction(schema, name));
    }

    /// {@return whether `t.name` may call a function with the whole row of `t`}
    boolean takesRow(String name) {
        return builtIns().takesRow(name) || captured().routines.contains(name);
    }

    /// {@return the type that was probably meant}
    Optional<String> nearType(String name) {
        List<String> known = new ArrayList<>(captured().types);
        for (String type : builtIns().types()) {
            if (!type.startsWith("_") && !type.startsWith("pg_") && !type.contains(".")) {
                known.add(type);
            }
        }
        return Nearest.one(name, known);
    }

    private Answer findType(@Nullable String schema, String name) {
        String first = schema == null ? CATALOG : schema;
        if (builtIns().hasType(first, name) || name.startsWith("_")) {
            // Array types are not captured, and go by their element's name behind a line.
            return new Answer.There();
        }
        List<QualifiedName> named = new ArrayList<>();
        for (ObjectRef ref : catalog.named(name)) {
            if (isType(ref.kind())) {
                named.add(ref.name());
            }
        }
        String wanted = schema == null ? DEFAULT_SCHEMA : schema;
        if (named.contains(new QualifiedName(wanted, name)) || !captured().complete()) {
            return new Answer.There();
        }
        for (QualifiedName multirange : captured().multiranges) {
            if (multirange.name().equals(name)) {
                named.add(multirange);
            }
        }
        return named.contains(new QualifiedName(wanted, name))
                ? new Answer.There()
                : missing(schema, named);
    }

    private Answer findFunction(@Nullable String schema, String name) {
        QualifiedName exactly =
                new QualifiedName(schema == null ? DEFAULT_SCHEMA : schema, name + "()");
        List<ObjectRef> called = catalog.named(exactly.name());
        if (called.stream().anyMatch(ref -> ref.name().equals(exactly))) {
            return new Answer.There();
        }
        if (missing(schema, List.of()) instanceof Answer.NoSchema && captured().complete()) {
            return new Answer.NoSchema();
        }
        boolean known =
                builtIns().hasFunction(CATALOG, name)
                        || builtIns().hasFunction("information_schema", name)
                        || builtIns().hasType(CATALOG, name)
                        || SystemNames.maybeFunction(name)
                        || !called.isEmpty()
                        || catalog.named(name).stream().anyMatch(ref -> isType(ref.kind()))
                        || !captured().complete()
                        || captured().routines.contains(name)
                        || captured().multiranges.stream().anyMatch(is -> is.name().equals(name));
        return known ? new Answer.There() : missing(schema, List.of());
    }

    private Answer missing(@Nullable String schema, List<QualifiedName> named) {
        if (schema == null || schema.equals(CATALOG) || schema.equals("information_schema")) {
            return new Answer.Missing(named);
        }
        if (schema.startsWith("pg_")) {
            // Of temporary objects nothing is captured.
            return new Answer.There();
        }
        return captured().schemas.contains(schema)
                ? new Answer.Missing(named)
                : new Answer.NoSchema();
    }

    private BuiltIns builtIns() {
        return BuiltIns.of(catalog.schema().server().versionNum());
    }

    private Captured captured() {
        Captured known = captured;
        if (known == null) {
            known =
                    new Captured(
                            new HashSet<>(),
                            new HashSet<>(),
                            new HashSet<>(),
                            new HashSet<>(),
                            new HashSet<>());
            Captured filled = known;
            catalog.forEachRef(ref -> add(filled, ref));
            catalog.forEachRange(range -> filled.multiranges.add(range.multirange()));
            captured = known;
        }
        return known;
    }

    private static void add(Captured known, ObjectRef ref) {
        String name = ref.name().name();
        if (ref.kind() == ObjectKind.SCHEMA) {
            known.schemas.add(name);
        } else if (ref.kind() == ObjectKind.EXTENSION) {
            known.extensions.add(name);
        } else if (isType(ref.kind())) {
            known.types.add(name);
        } else if (isRoutine(ref.kind())) {
            // The types of the arguments stand behind; a name may have parentheses of its own.
            for (int at = name.indexOf('('); at >= 0; at = name.indexOf('(', at + 1)) {
                known.routines.add(name.substring(0, at));
            }
        }
    }

    private static boolean isRoutine(ObjectKind kind) {
        return kind == ObjectKind.FUNCTION
                || kind == ObjectKind.PROCEDURE
                || kind == ObjectKind.AGGREGATE;
    }

    /// Every relation with rows has a type of its name.
    private static boolean isType(ObjectKind kind) {
        return EnumSet.of(
                        ObjectKind.TABLE,
                        ObjectKind.FOREIGN_TABLE,
                        ObjectKind.VIEW,
                        ObjectKind.MATERIALIZED_VIEW,
                        ObjectKind.ENUM,
                        ObjectKind.DOMAIN,
                        ObjectKind.COMPOSITE,
                        ObjectKind.RANGE,
                        ObjectKind.BASE_TYPE)
                .contains(kind);
    }

    private static List<String> key(@Nullable String schema, String name) {
        return schema == null ? List.of(name) : List.of(schema, name);
    }
}
