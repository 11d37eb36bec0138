package dev.dryrun.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Something that the database shares with its whole server, or that an operator turns: a role, a
/// tablespace, a setting; or that a kind of object could not be read.
///
/// Stands in the planner stream: the schema's hash never moves with it. `docs/reference/objects.md`
/// lists the properties of each kind.
///
/// @param kind ROLE, TABLESPACE or SETTING; with the property `absent`, the kind of which nothing
///   could be read
/// @param name the role's, the tablespace's, the setting's
/// @param properties by DDL's own word in lower case; each with its values in order
public record ServerFact(ObjectKind kind, String name, SortedMap<String, List<String>> properties)
        implements Document {

    public ServerFact {
        TreeMap<String, List<String>> copy = new TreeMap<>();
        properties.forEach((property, values) -> copy.put(property, List.copyOf(values)));
        properties = Collections.unmodifiableSortedMap(copy);
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(kind, new QualifiedName("", name));
    }
}
