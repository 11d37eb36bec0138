package dev.dryrun.query;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.Function;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The types and functions that there are: those that initdb makes, and those that were captured.
///
/// Where the capture may not have seen all, everything may be there. One thread at a time, as the
/// catalog.
final class Defined {

    /// The server cuts names after 63 bytes.
    private static final int CUT_FROM = 60;

    /// A longer name that is nearly one of the server's is no vendor's.
    private static final int SURELY_MEANT = 12;

    private static final String CATALOG = "pg_catalog";

    private final Set<String> usualTypes = new LinkedHashSet<>();
    private final Catalog catalog;
    private final Map<List<String>, Answer> types = new HashMap<>();
    private final Map<List<String>, Routines> functions = new HashMap<>();
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
            Map<String, List<ObjectRef>> routines,
            Set<QualifiedName> multiranges,
            Set<String> operators) {

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
    /// @param path where unqualified names are looked for
    Answer type(@Nullable String schema, String name, SearchPath path) {
        List<String> schemas = schema == null ? path.schemas() : List.of(schema);
        List<String> key = new ArrayList<>(schemas);
        key.add(schema == null ? "" : CATALOG);
        key.add(name);
        return types.computeIfAbsent(key, _ -> findType(schema, name, path));
    }

    /// {@return the functions that a call may mean}
    ///
    /// @param schema null for an unqualified name
    /// @param name the function's name alone
    Routines call(@Nullable String schema, String name) {
        return functions.computeIfAbsent(key(schema, name), _ -> findRoutines(schema, name));
    }

    /// {@return whether `t.name` may call a function with the whole row of `t`}
    boolean takesRow(String name) {
        return builtIns().takesRow(name) || captured().routines.containsKey(name);
    }

    /// {@return the names of types that a cast is likely to name}
    Set<String> usualTypes() {
        if (usualTypes.isEmpty()) {
            usualTypes.addAll(captured().types);
            usualTypes.addAll(ShownType.WORDS);
            for (String type : builtIns().types()) {
                if (!type.startsWith("_") && !type.startsWith("pg_") && !type.contains(".")) {
                    usualTypes.add(type);
                }
            }
        }
        return usualTypes;
    }

    private Answer findType(@Nullable String schema, String name, SearchPath path) {
        String first = schema == null ? CATALOG : schema;
        if (builtIns().hasType(first, name) || mayBeArray(name)) {
            return new Answer.There();
        }
        List<QualifiedName> named = new ArrayList<>();
        for (ObjectRef ref : catalog.named(name)) {
            if (isType(ref.kind())) {
                named.add(ref.name());
            }
        }
        if (isReached(schema, named, path) || !captured().complete()) {
            return new Answer.There();
        }
        for (QualifiedName multirange : captured().multiranges) {
            if (multirange.name().equals(name)) {
                named.add(multirange);
            }
        }
        return isReached(schema, named, path) ? new Answer.There() : missing(schema, named);
    }

    /// Array types are not captured. They go by their element's name, cut where it is long, behind
    /// one line or more.
    private boolean mayBeArray(String name) {
        int element = 0;
        while (element < name.length() && name.charAt(element) == '_') {
            element++;
            String stripped = name.substring(element);
            if (name.length() >= CUT_FROM || captured().types.contains(stripped)) {
                return true;
            }
        }
        return element > 0 && !captured().complete();
    }

    /// {@return the columns of a relation that initdb made; null when there is none of that name}
    ///
    /// @param schema `pg_catalog` or `information_schema`
    /// @param name as the catalogue stores it
    @Nullable List<Col> builtInColumns(String schema, String name) {
        List<Col> columns = new ArrayList<>();
        for (BuiltIns.Column column : builtIns().columns(schema, name)) {
            columns.add(Col.of(column.name(), builtInValue(column.type())));
        }
        return columns.isEmpty() ? null : columns;
    }

    /// {@return what can be read of a sequence of this name; null when there is none on the path}
    @Nullable List<Col> sequenceColumns(String name, SearchPath path) {
        boolean there =
                catalog.named(name).stream()
                        .filter(ref -> ref.kind() == ObjectKind.SEQUENCE)
                        .anyMatch(ref -> path.schemas().contains(ref.name().schema()));
        return there
                ? List.of(
                        Col.of("last_value", Value.scalar("bigint")),
                        Col.of("log_cnt", Value.scalar("bigint")),
                        Col.of("is_called", Value.scalar("boolean")))
                : null;
    }

    /// {@return whether a relation that initdb made is a table}
    boolean isBuiltInTable(String schema, String name) {
        return builtIns().isTable(schema, name);
    }

    /// {@return whether a name is surely a misspelt one of a relation that initdb made}
    boolean isNearlySystemRelation(String name) {
        return name.length() >= SURELY_MEANT && Repair.only(name, builtIns().relations()) != null;
    }

    /// {@return a function that initdb made and that was surely meant; null when there is none}
    ///
    /// @param name a function's name alone
    @Nullable String nearSystemFunction(String name) {
        return name.length() < SURELY_MEANT ? null : Repair.only(name, builtIns().functions());
    }

    private static boolean isReached(
            @Nullable String schema, List<QualifiedName> named, SearchPath path) {
        return named.stream()
                .map(QualifiedName::schema)
                .anyMatch(its ->
                        schema == null
                                ? path.schemas().contains(its) || path.mayReach(its)
                                : its.equals(schema));
    }

    private Routines findRoutines(@Nullable String schema, String name) {
        if (missing(schema, List.of()) instanceof Answer.NoSchema && captured().complete()) {
            return new Routines.NoSchema();
        }
        List<Signature> found = new ArrayList<>();
        if (schema == null || SystemNames.isSchema(schema)) {
            found.addAll(builtIns().signatures(CATALOG, name));
            found.addAll(builtIns().signatures("information_schema", name));
        }
        boolean unsure =
                !captured().complete()
                        || (found.isEmpty()
                                && SystemNames.maybeFunction(name)
                                && nearSystemFunction(name) == null)
                        || (schema != null && schema.startsWith("pg_") && !schema.equals(CATALOG))
                        || isMadeWithType(name);
        if (unsure) {
            return new Routines.Unsure();
        }
        for (ObjectRef ref : captured().routines.getOrDefault(name, List.of())) {
            if (schema == null || ref.name().schema().equals(schema)) {
                found.add(
                        catalog.object(ref).orElse(null) instanceof Function function
                                ? Signature.of(function)
                                : Signature.ofAggregate());
            }
        }
        return new Routines.Known(List.copyOf(found));
    }

    /// Ranges and multiranges have constructors of their names.
    private boolean isMadeWithType(String name) {
        return catalog.named(name).stream()
                        .anyMatch(ref ->
                                ref.kind() == ObjectKind.RANGE
                                        || ref.kind() == ObjectKind.BASE_TYPE)
                || captured().multiranges.stream().anyMatch(is -> is.name().equals(name));
    }

    /// {@return whether somebody has made an operator of this name}
    boolean hasOperator(String name) {
        return !captured().complete()
                || captured().operators.stream().anyMatch(one -> one.startsWith(name + "("));
    }

    /// {@return whether an operator or a cast that somebody made may take a type}
    ///
    /// @param operator its name, of one that takes any type
    /// @param type its name alone
    boolean isTaken(String operator, String type) {
        return !captured().complete()
                || captured().operators.stream()
                        .anyMatch(one ->
                                one.contains(type)
                                        || (one.startsWith(operator + "(") && one.contains("any")));
    }

    /// {@return what is known of a type's values}
    ///
    /// @param type as `format_type` writes it with an empty search path
    Value value(String type) {
        if (type.endsWith("]")) {
            return Value.scalar(type);
        }
        QualifiedName name = ShownType.qualified(type);
        if (name == null) {
            // Those of the system alone stand without a schema.
            return Value.scalar(type);
        }
        boolean scalar =
                catalog.named(name.name()).stream()
                        .filter(ref -> ref.name().equals(name))
                        .anyMatch(ref -> isScalar(ref.kind()));
        return new Value(type, scalar, null);
    }

    private static boolean isScalar(ObjectKind kind) {
        return kind == ObjectKind.ENUM || kind == ObjectKind.RANGE || kind == ObjectKind.BASE_TYPE;
    }

    /// {@return what is known of a value of a type of `pg_catalog`}
    ///
    /// @param type as the catalogue stores it
    Value builtInValue(String type) {
        return builtIns().isScalar(type) ? Value.scalar(ShownType.shown(type)) : Value.UNKNOWN;
    }

    /// {@return the captured object that a type stands for; null when it is none, or not known}
    ///
    /// @param type as `format_type` writes it
    @Nullable SchemaObject object(String type) {
        QualifiedName name = ShownType.qualified(type);
        if (name == null) {
            return null;
        }
        for (ObjectRef ref : catalog.named(name.name())) {
            if (ref.name().equals(name) && isType(ref.kind())) {
                return catalog.object(ref).orElse(null);
            }
        }
        return null;
    }

    /// {@return the version of the server: 140018, 180006 …}
    int serverVersionNum() {
        return catalog.schema().server().versionNum();
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
                            new HashMap<>(),
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
        } else if (ref.kind() == ObjectKind.OPERATOR || ref.kind() == ObjectKind.CAST) {
            known.operators.add(name);
        } else if (isRoutine(ref.kind())) {
            // The types of the arguments stand behind; a name may have parentheses of its own.
            for (int at = name.indexOf('('); at >= 0; at = name.indexOf('(', at + 1)) {
                known.routines
                        .computeIfAbsent(name.substring(0, at), _ -> new ArrayList<>())
                        .add(ref);
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
