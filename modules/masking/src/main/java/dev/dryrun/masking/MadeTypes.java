package dev.dryrun.masking;

import dev.dryrun.model.QualifiedName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The types of a database that somebody made, and what their values are made of. Filled once, then
/// asked; not safe for concurrent calls.
final class MadeTypes {

    private static final String ARRAY = "[]";

    private final Map<String, QualifiedName> names = new HashMap<>();
    private final Map<String, List<String>> parts = new HashMap<>();
    private final Set<String> listing = new TreeSet<>();

    void add(QualifiedName type, List<String> itsParts) {
        names.put(type.sql(), type);
        parts.put(type.sql(), List.copyOf(itsParts));
    }

    void addListing(QualifiedName type) {
        listing.add(type.sql());
    }

    /// {@return those among the types and among all that they are made of, through arrays, that
    /// somebody made}
    ///
    /// @param types as `format_type` writes them
    Set<QualifiedName> within(Collection<String> types) {
        return closure(types).stream().map(names::get).collect(Collectors.toSet());
    }

    /// {@return the types within a type whose definitions list every value}
    ///
    /// @param type as `format_type` writes it
    Set<String> listedBy(String type) {
        Set<String> all = closure(List.of(type));
        all.retainAll(listing);
        return all;
    }

    private Set<String> closure(Collection<String> types) {
        Set<String> all = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(types);
        while (!open.isEmpty()) {
            String type = element(open.pop());
            if (names.containsKey(type) && all.add(type)) {
                open.addAll(parts.getOrDefault(type, List.of()));
            }
        }
        return all;
    }

    private static String element(String type) {
        return type.endsWith(ARRAY) ? element(type.substring(0, type.length() - 2)) : type;
    }
}
