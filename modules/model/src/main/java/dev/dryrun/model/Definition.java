package dev.dryrun.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// An object whose DDL is a list of parameters: an aggregate, an operator, a text search
/// dictionary, a publication … One record serves them all, because nothing but DDL and diffs looks
/// inside.
///
/// Source: the catalogue of its kind; `docs/reference/objects.md` lists the properties of each.
///
/// @param kind what it is
/// @param name its name; for overloaded kinds with the argument types as `regprocedure` and
///   `regoperator` write them: `median(numeric)`, `+(public.money2, public.money2)`
/// @param properties by DDL's own word in lower case (`sfunc`, `leftarg` …); each with its values
///   in DDL's order, one where only one is possible; what stands at its default is left out
/// @param facts its owner, grants, comment, extension and dependencies
public record Definition(
        ObjectKind kind,
        QualifiedName name,
        SortedMap<String, List<String>> properties,
        Facts facts)
        implements SchemaObject {

    public Definition {
        TreeMap<String, List<String>> copy = new TreeMap<>();
        properties.forEach((property, values) -> copy.put(property, List.copyOf(values)));
        properties = Collections.unmodifiableSortedMap(copy);
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(kind, name);
    }
}
