package dev.dryrun.diff;

import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.model.PropertyChange;
import dev.dryrun.model.PropertyChange.Action;
import dev.dryrun.model.PropertyChange.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Tells, among the changes of one object, those that somebody made from those that the server made
/// with them: a primary key brings an index and NOT NULL.
final class OwnConsequences {

    private static final String NOT_NULL = "not null";
    private static final String TYPE = "type";

    /// What changes with the place in a partition tree or an inheritance tree.
    private static final Set<String> INHERITANCE =
            Set.of("parents", "local", "parent", "inherited");

    private static final Set<String> PLACES = Set.of("partition of", "inherits");

    private final Difference difference;
    private final List<PropertyChange> changes;

    private OwnConsequences(Difference difference, List<PropertyChange> changes) {
        this.difference = difference;
        this.changes = changes;
    }

    /// {@return the changes, those explained that follow from others of them}
    static List<PropertyChange> mark(Difference difference, List<PropertyChange> changes) {
        OwnConsequences consequences = new OwnConsequences(difference, changes);
        List<PropertyChange> marked = new ArrayList<>();
        for (PropertyChange change : changes) {
            String cause = change.follows() == null ? consequences.cause(change) : null;
            marked.add(cause == null ? change : change.following(cause));
        }
        return dependencies(marked);
    }

    /// What an object depends on changes with what it is; alone it was made so by DEPENDS ON.
    private static List<PropertyChange> dependencies(List<PropertyChange> changes) {
        Optional<PropertyChange> other =
                changes.stream()
                        .filter(change -> !isDependency(change) && change.follows() == null)
                        .findFirst();
        if (other.isEmpty()) {
            return changes;
        }
        return changes.stream()
                .map(change ->
                        isDependency(change) && change.follows() == null
                                ? change.following(words(other.get()))
                                : change)
                .toList();
    }

    private static boolean isDependency(PropertyChange change) {
        return change.part() == null && change.property().equals("depends on");
    }

    private @Nullable String cause(PropertyChange change) {
        Part part = change.part();
        if (part == null) {
            return object(change);
        }
        if (change.isWholePart()) {
            return whole(change, part);
        }
        if (INHERITANCE.contains(change.property())) {
            return first(other -> PLACES.contains(other.property()));
        }
        if (part.kind().equals(PartLists.COLUMN)) {
            return column(change, part);
        }
        if (part.kind().equals(PartLists.CONSTRAINT) && change.property().equals("expression")) {
            return first(other ->
                    isColumn(other, TYPE) && mentions(part, other.part(), difference.is()));
        }
        return part.kind().equals(PartLists.INDEX) ? index(change) : null;
    }

    private @Nullable String index(PropertyChange change) {
        return switch (change.property()) {
            case PartLists.CONSTRAINT -> constraint(change.after());
            case "replica identity" ->
                    first(other ->
                            other.part() == null && other.property().equals("replica identity"));
            default -> null;
        };
    }

    private @Nullable String object(PropertyChange change) {
        return switch (change.property()) {
            case "uses" -> first(other -> other.property().equals("definition"));
            case "grant" -> {
                String grant = change.after() == null ? change.before() : change.after();
                yield first(other ->
                        other.property().equals("owner")
                                && other.part() == null
                                && names(String.valueOf(grant), other));
            }
            default -> null;
        };
    }

    /// {@return whether the grant is the old or the new owner's}
    private static boolean names(String grant, PropertyChange owner) {
        return grant.endsWith(" to " + owner.before()) || grant.endsWith(" to " + owner.after());
    }

    private @Nullable String whole(PropertyChange change, Part part) {
        if (part.kind().equals(PartLists.COLUMN)) {
            return first(other -> other.part() == null && other.property().equals("definition"));
        }
        JsonObject document =
                change.action() == Action.REMOVED ? difference.was() : difference.is();
        if (part.kind().equals(PartLists.INDEX)) {
            JsonObject index = part(document, part);
            String of = Members.text(index, PartLists.CONSTRAINT);
            String constraint =
                    first(other ->
                            other.isWholePart()
                                    && other.action() == change.action()
                                    && isNamed(other, PartLists.CONSTRAINT, of));
            if (constraint != null) {
                return constraint;
            }
        }
        if (change.action() == Action.RENAMED) {
            return null;
        }
        String column =
                first(other ->
                        other.isWholePart()
                                && other.action() == change.action()
                                && other.part() != null
                                && other.part().kind().equals(PartLists.COLUMN)
                                && mentions(part, other.part(), document));
        return column == null && isNotNull(part, document)
                ? notNull(part, document, change.action())
                : column;
    }

    /// The named NOT NULL constraints of PostgreSQL 18 come with what demands them.
    private @Nullable String notNull(Part part, JsonObject document, Action action) {
        Set<String> columns = strings(part(document, part));
        String key = key(columns, action);
        return key != null
                ? key
                : first(other ->
                        isColumn(other, NOT_NULL)
                                && other.part() != null
                                && columns.contains(other.part().name()));
    }

    private static boolean isNotNull(Part part, JsonObject document) {
        return part.kind().equals(PartLists.CONSTRAINT)
                && Members.text(part(document, part), "kind").equals("not_null");
    }

    private @Nullable String key(Set<String> columns, Action action) {
        JsonObject document = action == Action.REMOVED ? difference.was() : difference.is();
        return first(other ->
                other.isWholePart()
                        && other.action() == action
                        && other.part() != null
                        && isPrimaryKey(other.part(), document)
                        && strings(part(document, other.part())).stream()
                                .anyMatch(columns::contains));
    }

    private static boolean isPrimaryKey(Part part, JsonObject document) {
        return part.kind().equals(PartLists.CONSTRAINT)
                && Members.text(part(document, part), "kind").equals("primary_key");
    }

    private @Nullable String column(PropertyChange change, Part column) {
        if (change.property().equals(NOT_NULL)) {
            String identity =
                    first(other ->
                            column.equals(other.part()) && other.property().equals("identity"));
            Action action = "yes".equals(change.after()) ? Action.ADDED : Action.REMOVED;
            return identity == null ? key(Set.of(column.name()), action) : identity;
        }
        if (change.property().equals("sequence unlogged")) {
            return first(other -> other.part() == null && other.property().equals("unlogged"));
        }
        if (change.property().startsWith("identity sequence")) {
            return first(
                    other -> column.equals(other.part()) && other.property().equals("identity"));
        }
        if (change.property().startsWith("sequence ")
                && Set.of("sequence type", "sequence max", "sequence min")
                        .contains(change.property())) {
            return first(other -> column.equals(other.part()) && isColumn(other, TYPE));
        }
        return first(other -> other.part() == null && other.property().equals("definition"));
    }

    private @Nullable String constraint(@Nullable String name) {
        return name == null
                ? null
                : first(other -> isNamed(other, PartLists.CONSTRAINT, name) && other.isWholePart());
    }

    private static boolean isNamed(PropertyChange change, String kind, String name) {
        return change.part() != null && change.part().equals(new Part(kind, name));
    }

    private static boolean isColumn(PropertyChange change, String property) {
        return change.part() != null
                && change.part().kind().equals(PartLists.COLUMN)
                && change.property().equals(property);
    }

    private @Nullable String first(Predicate<PropertyChange> wanted) {
        return changes.stream()
                .filter(other -> other.follows() == null)
                .filter(wanted)
                .findFirst()
                .map(OwnConsequences::words)
                .orElse(null);
    }

    private static String words(PropertyChange change) {
        Part part = change.part();
        String of = part == null ? "" : part.kind() + " " + part.name();
        String property = change.property().isEmpty() ? change.action().word() : change.property();
        return of.isEmpty() ? property : of + " " + property;
    }

    private static boolean mentions(Part part, @Nullable Part column, JsonObject document) {
        return column != null && strings(part(document, part)).contains(column.name());
    }

    private static JsonObject part(JsonObject document, Part part) {
        JsonObject inner = Members.object(document, "materialized");
        for (String list : PartLists.byMention()) {
            if (PartLists.kind(list).equals(part.kind())) {
                return Members.named(document, list, part.name())
                        .or(() -> Members.named(inner, list, part.name()))
                        .orElse(Members.NONE);
            }
        }
        return Members.NONE;
    }

    /// {@return every name and word in a part, its own name aside}
    private static Set<String> strings(JsonObject part) {
        Set<String> strings = new HashSet<>();
        part.members()
                .forEach((member, value) -> {
                    if (!member.equals("name")) {
                        collect(value, strings);
                    }
                });
        return strings;
    }

    private static void collect(JsonValue value, Set<String> strings) {
        if (value instanceof JsonString(String text)) {
            strings.addAll(Tokens.of(text));
            strings.add(text);
        } else if (value instanceof JsonObject object) {
            object.members().values().forEach(member -> collect(member, strings));
        } else {
            Members.elements(value).forEach(element -> collect(element, strings));
        }
    }
}
