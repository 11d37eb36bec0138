package dev.dryrun.diff;

import dev.dryrun.json.JsonObject;
import dev.dryrun.model.ObjectChange;
import dev.dryrun.model.ObjectChange.Added;
import dev.dryrun.model.ObjectChange.Changed;
import dev.dryrun.model.ObjectChange.Removed;
import dev.dryrun.model.ObjectChange.Renamed;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.PropertyChange;
import dev.dryrun.model.PropertyChange.Action;
import dev.dryrun.model.PropertyChange.Part;
import dev.dryrun.model.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells the changes that somebody made from those that the server made with them in other objects:
/// a serial column's sequence, an extension's members, a partition's new column.
final class Consequences {

    private final Map<ObjectRef, Difference> differences = new HashMap<>();
    private final Map<ObjectRef, ObjectChange> changes = new HashMap<>();
    private final Map<String, ObjectRef> words = new HashMap<>();
    private final Renaming renaming;

    Consequences(List<Difference> differences, Renaming renaming) {
        differences.forEach(one -> {
            this.differences.put(one.to(), one);
            this.differences.putIfAbsent(one.from(), one);
        });
        this.renaming = renaming;
    }

    /// {@return the changes, those explained that follow from others}
    List<ObjectChange> explain(List<ObjectChange> made) {
        made.forEach(change -> {
            changes.put(change.about(), change);
            if (change instanceof Renamed renamed) {
                changes.putIfAbsent(renamed.from(), change);
            }
        });
        List<ObjectChange> explained = new ArrayList<>();
        for (ObjectChange change : made) {
            ObjectChange finer = finer(change);
            ObjectRef cause = cause(finer);
            explained.add(
                    cause == null || cause.equals(change.about()) ? finer : finer.following(cause));
        }
        return explained;
    }

    private ObjectChange finer(ObjectChange change) {
        return switch (change) {
            case Added added -> added;
            case Removed removed -> removed;
            case Changed one ->
                    new Changed(
                            one.about(),
                            finer(one.about(), one.properties()),
                            one.dependants(),
                            one.follows());
            case Renamed one ->
                    new Renamed(
                            one.from(),
                            one.about(),
                            one.likenessPercent(),
                            finer(one.about(), one.properties()),
                            one.dependants(),
                            one.follows());
        };
    }

    private List<PropertyChange> finer(ObjectRef about, List<PropertyChange> properties) {
        Difference difference = difference(about);
        List<PropertyChange> finer = new ArrayList<>();
        for (PropertyChange change : properties) {
            String cause = change.follows() == null ? cause(difference, change) : null;
            finer.add(cause == null ? change : change.following(cause));
        }
        return OwnConsequences.mark(difference, finer);
    }

    private @Nullable String cause(Difference difference, PropertyChange change) {
        Optional<ObjectRef> parent =
                parents(difference.is()).filter(ref -> sameIn(ref, difference, change)).findFirst();
        if (parent.isPresent()) {
            return said("as in " + parent.get().name().display(), parent.get());
        }
        Part part = change.part();
        if (part == null || change.action() != Action.REMOVED || !change.isWholePart()) {
            return goneFrom(change);
        }
        return Members.named(difference.was(), "constraints", part.name())
                .map(constraint -> Members.object(constraint, "references"))
                .flatMap(Members::name)
                .map(name -> new ObjectRef(ObjectKind.TABLE, name))
                .filter(ref -> changes.get(ref) instanceof Removed)
                .map(ref -> said(ref.name().display() + " is gone", ref))
                .orElse(null);
    }

    /// {@return which object that is gone a value named; null when it named none}
    private @Nullable String goneFrom(PropertyChange change) {
        if (change.before() == null || change.isWholePart()) {
            return null;
        }
        List<String> before = Tokens.of(change.before());
        String after = change.after();
        List<String> now = after == null ? List.of() : Tokens.of(after);
        return changes.values().stream()
                .filter(Removed.class::isInstance)
                .map(ObjectChange::about)
                .filter(ref -> names(before, ref.name()) && !names(now, ref.name()))
                .sorted()
                .findFirst()
                .map(ref -> said(ref.name().display() + " is gone", ref))
                .orElse(null);
    }

    private static boolean names(List<String> tokens, QualifiedName name) {
        return !name.schema().isEmpty()
                && Collections.indexOfSubList(tokens, List.of(name.schema(), ".", name.name()))
                        >= 0;
    }

    private String said(String text, ObjectRef cause) {
        words.put(text, cause);
        return text;
    }

    /// {@return the tables that a table gets columns, constraints and indexes from}
    private static Stream<ObjectRef> parents(JsonObject table) {
        return Stream.concat(
                        Members.name(Members.object(table, "partition_of")).stream(),
                        Members.objects(table, "inherits")
                                .flatMap(name -> Members.name(name).stream()))
                .map(name -> new ObjectRef(ObjectKind.TABLE, name));
    }

    private boolean sameIn(ObjectRef parent, Difference child, PropertyChange change) {
        if (!(changes.get(parent) instanceof Changed made)) {
            return false;
        }
        return made.properties().stream()
                .anyMatch(other -> same(other, change) || isIndexOf(other, child, change, parent));
    }

    private static boolean same(PropertyChange one, PropertyChange other) {
        boolean place =
                one.action() == other.action()
                        && one.property().equals(other.property())
                        && Objects.equals(one.part(), other.part());
        // Whole columns differ in how often they are inherited.
        return place
                && one.part() != null
                && (one.isWholePart()
                        || (Objects.equals(one.before(), other.before())
                                && Objects.equals(one.after(), other.after())));
    }

    /// {@return whether both are about one partitioned index: its part has another name}
    private static boolean isIndexOf(
            PropertyChange parents, Difference child, PropertyChange change, ObjectRef parent) {
        Part whole = parents.part();
        Part part = change.part();
        if (whole == null
                || part == null
                || !part.kind().equals(PartLists.INDEX)
                || !whole.kind().equals(PartLists.INDEX)) {
            return false;
        }
        JsonObject document = change.action() == Action.REMOVED ? child.was() : child.is();
        QualifiedName index = new QualifiedName(parent.name().schema(), whole.name());
        return Members.named(document, "indexes", part.name())
                .map(one -> Members.object(one, "parent"))
                .flatMap(Members::name)
                .filter(index::equals)
                .isPresent();
    }

    private @Nullable ObjectRef cause(ObjectChange change) {
        return switch (change) {
            case Added(ObjectRef about, _) -> whole(about, difference(about).is(), Added.class);
            case Removed(ObjectRef about, _, _) -> {
                ObjectRef whole = whole(about, difference(about).was(), Removed.class);
                yield whole == null ? gone(about, new HashSet<>()) : whole;
            }
            case Changed one -> ofAll(one.about(), one.properties());
            case Renamed one -> renamed(one);
        };
    }

    /// {@return what made or dropped the whole object with itself}
    private @Nullable ObjectRef whole(
            ObjectRef about, JsonObject document, Class<? extends ObjectChange> same) {
        String extension = Members.text(document, "extension");
        if (!extension.isEmpty()) {
            ObjectRef ref = new ObjectRef(ObjectKind.EXTENSION, new QualifiedName("", extension));
            return changes.containsKey(ref) ? ref : null;
        }
        JsonObject column = Members.object(document, "owned_by");
        return Members.name(column)
                .map(name -> new ObjectRef(ObjectKind.TABLE, name))
                .filter(table ->
                        same.isInstance(changes.get(table))
                                || hasColumn(table, Members.text(column, "column"), same))
                .filter(table -> !table.equals(about))
                .orElse(null);
    }

    private boolean hasColumn(ObjectRef table, String column, Class<? extends ObjectChange> same) {
        Action action = same == Added.class ? Action.ADDED : Action.REMOVED;
        return changes.get(table) instanceof Changed changed
                && changed.properties().stream()
                        .anyMatch(one ->
                                one.isWholePart()
                                        && one.action() == action
                                        && new Part(PartLists.COLUMN, column).equals(one.part()));
    }

    /// {@return the object without which this one could not stay; the one nobody else explains}
    private @Nullable ObjectRef gone(ObjectRef about, Set<ObjectRef> seen) {
        JsonObject was = difference(about).was();
        Stream<ObjectRef> needed =
                Stream.of(Members.dependsOn(was), parents(was), Stream.of(schema(about)))
                        .flatMap(stream -> stream);
        for (ObjectRef ref : needed.toList()) {
            if (!ref.equals(about) && changes.get(ref) instanceof Removed && seen.add(ref)) {
                ObjectRef root = gone(ref, seen);
                return root == null ? ref : root;
            }
        }
        return null;
    }

    private static ObjectRef schema(ObjectRef about) {
        String schema = about.name().schema();
        return new ObjectRef(
                ObjectKind.SCHEMA, new QualifiedName("", schema.isEmpty() ? "\0" : schema));
    }

    private @Nullable ObjectRef renamed(Renamed change) {
        ObjectRef extension = whole(change.about(), difference(change.about()).is(), Renamed.class);
        if (extension != null && extension.kind() == ObjectKind.EXTENSION) {
            return extension;
        }
        if (change.properties().stream().anyMatch(property -> property.follows() == null)) {
            return null;
        }
        boolean sameName =
                Renaming.baseName(change.from()).equals(Renaming.baseName(change.about()));
        ObjectRef schema = schema(change.from());
        if (sameName
                && changes.get(schema) instanceof Renamed moved
                && change.about().name().schema().equals(moved.about().name().name())) {
            return moved.about();
        }
        if (!sameName) {
            return null;
        }
        JsonObject column = Members.object(difference(change.about()).is(), "owned_by");
        Optional<ObjectRef> table =
                Members.name(column).map(name -> new ObjectRef(ObjectKind.TABLE, name));
        if (table.isPresent() && changes.get(table.get()) instanceof Renamed) {
            return table.get();
        }
        return change.from().name().schema().equals(change.about().name().schema())
                ? typesIn(change)
                : null;
    }

    /// {@return the type that is called otherwise, and hence the function}
    private @Nullable ObjectRef typesIn(Renamed change) {
        List<String> old = Tokens.of(change.from().name().name());
        return changes.values().stream()
                .filter(Renamed.class::isInstance)
                .map(Renamed.class::cast)
                .filter(one -> !one.about().equals(change.about()))
                .filter(one -> old.contains(one.from().name().name()))
                .map(Renamed::about)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    /// {@return what explains every single change of an object}
    private @Nullable ObjectRef ofAll(ObjectRef about, List<PropertyChange> properties) {
        ObjectRef cause = null;
        for (PropertyChange change : properties) {
            String follows = change.follows();
            if (follows == null) {
                return member(about);
            }
            ObjectRef known = words.get(follows);
            ObjectRef other = known == null ? renaming.about(follows) : known;
            if (cause == null || cause.equals(about)) {
                cause = other;
            }
        }
        return cause;
    }

    /// {@return the extension that changed its own member}
    private @Nullable ObjectRef member(ObjectRef about) {
        String extension = Members.text(difference(about).is(), "extension");
        ObjectRef ref =
                new ObjectRef(
                        ObjectKind.EXTENSION,
                        new QualifiedName("", extension.isEmpty() ? "\0" : extension));
        return changes.get(ref) instanceof Changed ? ref : null;
    }

    private Difference difference(ObjectRef ref) {
        return Objects.requireNonNull(differences.get(ref));
    }
}
