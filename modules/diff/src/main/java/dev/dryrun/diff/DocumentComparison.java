package dev.dryrun.diff;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonValue;
import dev.dryrun.model.PropertyChange;
import dev.dryrun.model.PropertyChange.Action;
import dev.dryrun.model.PropertyChange.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares two documents member by member, whatever members they have: what differs is found
/// because it is there, and not because somebody thought of it.
final class DocumentComparison {

    private static final Set<String> NAMES = Set.of("name", "schema");
    private static final String GRANTS = "grants";

    private final Difference difference;
    private final Renaming renaming;
    private final SameObjects same;
    private final List<PropertyChange> changes = new ArrayList<>();

    private DocumentComparison(Difference difference, Renaming renaming, SameObjects same) {
        this.same = same;
        this.difference = difference;
        this.renaming = renaming;
    }

    /// {@return what differs between the two sides, in the order of their members; for two sides
    /// that are not equal never empty, but where they differ in their names alone}
    static List<PropertyChange> of(Difference difference, Renaming renaming, SameObjects same) {
        DocumentComparison comparison = new DocumentComparison(difference, renaming, same);
        JsonObject before = difference.was();
        JsonObject after = difference.is();
        comparison.members(null, List.of(), before, after);
        if (comparison.changes.isEmpty() && !difference.isRenamed() && !before.equals(after)) {
            comparison.leaf(null, List.of("document"), before, after);
        }
        return comparison.changes;
    }

    private void members(
            @Nullable Part part, List<String> path, JsonObject before, JsonObject after) {
        Set<String> names = new LinkedHashSet<>(after.members().keySet());
        names.addAll(before.members().keySet());
        for (String name : names) {
            JsonValue one = before.get(name);
            JsonValue other = after.get(name);
            boolean own = path.isEmpty() && NAMES.contains(name);
            if (!Objects.equals(one, other) && !(own && (part != null || difference.isRenamed()))) {
                List<String> longer = new ArrayList<>(path);
                longer.add(name);
                member(part, longer, one, other);
            }
        }
    }

    private void member(
            @Nullable Part part,
            List<String> path,
            @Nullable JsonValue one,
            @Nullable JsonValue other) {
        String name = path.getLast();
        if (name.equals(GRANTS) && part == null) {
            grants(path, one, other);
        } else if (!(part == null && parts(path, one, other))) {
            if (Wording.isOpen(name) && isObjectOrNone(one) && isObjectOrNone(other)) {
                members(part, path, orNone(one), orNone(other));
            } else if (one instanceof JsonObject before
                    && other instanceof JsonObject after
                    && isStructure(before)
                    && isStructure(after)) {
                members(part, path, before, after);
            } else if (name.equals("labels")) {
                labels(Members.elements(one), Members.elements(other));
            } else if (name.equals(GRANTS)) {
                set(part, path, one, other);
            } else {
                leaf(part, path, one, other);
            }
        }
    }

    private static boolean isObjectOrNone(@Nullable JsonValue value) {
        return value == null || (value instanceof JsonObject object && !Members.isReading(object));
    }

    private static JsonObject orNone(@Nullable JsonValue value) {
        return value instanceof JsonObject object ? object : Members.NONE;
    }

    /// A name, a reading and a body are values, whatever they look like.
    private static boolean isStructure(JsonObject object) {
        return !Members.isReading(object)
                && !Set.of("kind", "schema", "name").containsAll(object.members().keySet())
                && object.get("source") == null
                && object.get("sql") == null;
    }

    /// {@return whether the member is a list of parts, and hence compared}
    private boolean parts(List<String> path, @Nullable JsonValue one, @Nullable JsonValue other) {
        String list = path.getLast();
        String kind = PartLists.kind(list);
        List<JsonObject> before = PartPairs.parts(Members.elements(one));
        List<JsonObject> after = PartPairs.parts(Members.elements(other));
        if (kind.isEmpty() || before == null || after == null) {
            return false;
        }
        boolean ordered = PartLists.isOrdered(list);
        int sofar = changes.size();
        List<PartPairs.Pair> pairs =
                PartPairs.of(
                                before,
                                after,
                                ordered,
                                renaming,
                                same.parts(difference, list, before, after))
                        .pairs();
        pairs.forEach(pair -> part(kind, pair));
        order(list, before, pairs, ordered || changes.size() == sofar);
        return true;
    }

    private void part(String kind, PartPairs.Pair pair) {
        Part part = new Part(kind, pair.name());
        JsonObject before = pair.before();
        JsonObject after = pair.after();
        if (before == null && after != null) {
            add(Action.ADDED, part, "", null, ValueText.part(kind, after));
        } else if (before != null && after == null) {
            add(Action.REMOVED, part, "", ValueText.part(kind, before), null);
        } else if (before != null && after != null) {
            if (pair.isRenamed()) {
                boolean moved =
                        !Members.text(before, "schema").equals(Members.text(after, "schema"));
                add(Action.RENAMED, part, "", name(before, moved), name(after, moved));
            }
            members(part, List.of(), before, after);
        }
    }

    private static String name(JsonObject part, boolean qualified) {
        String name = Members.text(part, "name");
        return qualified ? Members.text(part, "schema") + "." + name : name;
    }

    /// What stays in a list may stand in another order.
    private void order(
            String list, List<JsonObject> before, List<PartPairs.Pair> pairs, boolean matters) {
        List<JsonObject> now = new ArrayList<>();
        for (PartPairs.Pair pair : pairs) {
            if (pair.before() != null && pair.after() != null) {
                now.add(pair.before());
            }
        }
        List<JsonObject> then = before.stream().filter(now::contains).toList();
        if (matters && !then.equals(now)) {
            add(Action.REORDERED, null, "order of " + list, names(then), names(now));
        }
    }

    private static String names(List<JsonObject> parts) {
        return String.join(", ", parts.stream().map(part -> Members.text(part, "name")).toList());
    }

    private void grants(List<String> path, @Nullable JsonValue one, @Nullable JsonValue other) {
        GrantComparison grants = GrantComparison.of(difference, one, other);
        if (grants.isSilent()) {
            leaf(null, path, one, other);
            return;
        }
        grants.revoked().forEach(grant -> add(Action.REMOVED, null, "grant", grant, null));
        grants.granted().forEach(grant -> add(Action.ADDED, null, "grant", null, grant));
    }

    private void set(
            @Nullable Part part,
            List<String> path,
            @Nullable JsonValue one,
            @Nullable JsonValue other) {
        List<JsonValue> gone = new ArrayList<>(Members.elements(one));
        List<JsonValue> come = new ArrayList<>(Members.elements(other));
        gone.removeAll(Members.elements(other));
        come.removeAll(Members.elements(one));
        if (gone.isEmpty() && come.isEmpty()) {
            leaf(part, path, one, other);
        }
        gone.forEach(grant -> add(Action.REMOVED, part, "grant", ValueText.of(grant), null));
        come.forEach(grant -> add(Action.ADDED, part, "grant", null, ValueText.of(grant)));
    }

    private void labels(List<JsonValue> before, List<JsonValue> after) {
        List<JsonValue> gone = new ArrayList<>(before);
        gone.removeAll(after);
        List<JsonValue> come = new ArrayList<>(after);
        come.removeAll(before);
        for (JsonValue label : come) {
            String text = String.valueOf(ValueText.of(label));
            int at = after.indexOf(label);
            JsonValue old = before.size() == after.size() ? before.get(at) : null;
            if (old != null && gone.remove(old)) {
                add(Action.RENAMED, new Part("label", text), "", ValueText.of(old), text);
            } else {
                String place =
                        at + 1 == after.size()
                                ? "at the end"
                                : "before " + ValueText.of(after.get(at + 1));
                add(Action.ADDED, new Part("label", text), "", null, place);
            }
        }
        gone.forEach(label -> {
            String text = String.valueOf(ValueText.of(label));
            add(Action.REMOVED, new Part("label", text), "", text, null);
        });
        if (come.isEmpty() && gone.isEmpty()) {
            add(
                    Action.REORDERED,
                    null,
                    "order of labels",
                    ValueText.of(new JsonArray(before)),
                    ValueText.of(new JsonArray(after)));
        }
    }

    private void leaf(
            @Nullable Part part,
            List<String> path,
            @Nullable JsonValue one,
            @Nullable JsonValue other) {
        String before = Wording.value(path.getLast(), one, other);
        String after = Wording.value(path.getLast(), other, one);
        if (Objects.equals(before, after)) {
            before = ValueText.exact(one);
            after = ValueText.exact(other);
        }
        Action action =
                before == null ? Action.ADDED : after == null ? Action.REMOVED : Action.CHANGED;
        Optional<Renaming.Cause> cause = renaming.explains(one, other);
        changes.add(
                new PropertyChange(
                        action,
                        part,
                        Wording.property(path),
                        before,
                        after,
                        cause.map(Renaming.Cause::words).orElse(null)));
    }

    private void add(
            Action action,
            @Nullable Part part,
            String property,
            @Nullable String before,
            @Nullable String after) {
        changes.add(new PropertyChange(action, part, property, before, after, null));
    }
}
