package dev.dryrun.ddl;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SchemaObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Writes a whole schema as SQL that makes it in an empty database of a server of the same major
/// version, run by a superuser.
///
/// Take in every definition with [#add], in any order, then write with [#forEach] or [#writeTo].
/// Kept are the statements, not the definitions. Roles that it names are made where they are
/// missing; tablespaces must be there. `docs/design` says what cannot be written. Not safe for
/// concurrent calls.
public final class DdlScript {

    private static final ObjectRef PUBLIC =
            new ObjectRef(ObjectKind.SCHEMA, new QualifiedName("", "public"));

    private static final List<String> SETTINGS =
            List.of(
                    "SET statement_timeout = 0",
                    "SET lock_timeout = 0",
                    "SET client_encoding = 'UTF8'",
                    "SET standard_conforming_strings = on",
                    "SET check_function_bodies = off",
                    "SET xmloption = content",
                    "SET client_min_messages = warning",
                    "SET row_security = off",
                    "SET default_tablespace = ''",
                    "SET default_table_access_method = heap",
                    "SET search_path = pg_catalog");

    private final int major;
    private final SortedMap<ObjectRef, Part> parts = new TreeMap<>();

    /// Makes an empty script.
    ///
    /// @param major the version of the server that it is for, such as 18; the one that was captured
    public DdlScript(int major) {
        this.major = major;
    }

    /// Takes in one definition.
    ///
    /// @param object any; one that was taken in before is replaced
    public void add(SchemaObject object) {
        parts.put(object.about(), Part.of(object, major));
    }

    /// {@return what could not be written, because it was not captured; one line each}
    public List<String> gaps() {
        return parts.values().stream().flatMap(part -> part.steps().gaps().stream()).toList();
    }

    /// Hands over every statement in an order that works, each without a semicolon.
    ///
    /// @param consumer runs or writes one; some span lines, and bodies hold semicolons of their own
    public void forEach(Consumer<? super String> consumer) {
        SETTINGS.forEach(consumer);
        roles(consumer);
        if (!parts.containsKey(PUBLIC)
                && parts.keySet().stream().anyMatch(ref -> ref.kind() == ObjectKind.SCHEMA)) {
            consumer.accept("DROP SCHEMA IF EXISTS public");
        }
        Collection<Node> made = Order.of(parts);
        made.forEach(node -> consumer.accept(node.sql()));
        List<Part> inOrder = inOrder(made);
        for (Phase phase : Phase.values()) {
            if (phase == Phase.INDEX) {
                new IndexOrder(inOrder).sorted().forEach(consumer);
            } else if (phase == Phase.VALIDATE) {
                inOrder.forEach(part -> validate(part, consumer));
            } else if (!phase.isSorted()) {
                for (Part part : inOrder) {
                    for (Steps.Step step : part.steps().all()) {
                        if (step.phase() == phase) {
                            consumer.accept(step.sql());
                        }
                    }
                }
            }
        }
    }

    /// Writes every statement with its semicolon, an empty line between those of several lines.
    ///
    /// @param out where; not closed
    /// @throws IOException when it cannot be written to
    public void writeTo(Appendable out) throws IOException {
        for (String gap : gaps()) {
            out.append("-- ").append(gap.replace("\n", " ")).append("\n");
        }
        try {
            forEach(statement -> {
                try {
                    out.append(statement).append(";\n");
                    if (statement.indexOf('\n') >= 0) {
                        out.append("\n");
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// {@return the objects in the order in which they are made, the others after them}
    private List<Part> inOrder(Collection<Node> made) {
        Set<Part> inOrder = new LinkedHashSet<>();
        made.forEach(node -> inOrder.add(node.part()));
        inOrder.addAll(parts.values());
        return new ArrayList<>(inOrder);
    }

    /// A constraint that is added to a parent comes to its children as it is there; a child made
    /// after it has none of the rows that were not checked.
    private void validate(Part part, Consumer<? super String> consumer) {
        for (String constraint : part.steps().checked()) {
            if (isUnchecked(part.parents(), constraint)) {
                consumer.accept(
                        "ALTER TABLE ONLY "
                                + part.ref().name().sql()
                                + " VALIDATE CONSTRAINT "
                                + Sql.name(constraint));
            }
        }
    }

    private boolean isUnchecked(List<ObjectRef> parents, String constraint) {
        for (ObjectRef ref : parents) {
            Part parent = parts.get(ref);
            if (parent != null
                    && (parent.steps().unchecked().contains(constraint)
                            || isUnchecked(parent.parents(), constraint))) {
                return true;
            }
        }
        return false;
    }

    private void roles(Consumer<? super String> consumer) {
        SortedMap<String, Boolean> roles = new TreeMap<>();
        for (Part part : parts.values()) {
            part.steps()
                    .roles()
                    .forEach((role, superuser) -> roles.merge(role, superuser, Boolean::logicalOr));
        }
        for (Map.Entry<String, Boolean> role : roles.entrySet()) {
            if (!role.getKey().startsWith("pg_")) {
                consumer.accept(role(role.getKey(), role.getValue()));
            }
        }
    }

    private static String role(String name, boolean superuser) {
        String create = "CREATE ROLE " + Sql.name(name) + (superuser ? " SUPERUSER" : "");
        return "DO "
                + Sql.dollarQuoted(
                        "BEGIN IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = "
                                + Sql.literal(name)
                                + ") THEN "
                                + create
                                + "; END IF; END");
    }
}
