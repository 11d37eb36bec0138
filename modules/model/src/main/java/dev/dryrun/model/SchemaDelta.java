package dev.dryrun.model;

import java.util.List;
import java.util.function.Predicate;

/// What differs between two states of a schema: empty when, and only when, their hashes are equal.
///
/// @param changes by reference; what is there afterwards under its new one
public record SchemaDelta(List<ObjectChange> changes) {

    /// Of two equal states.
    public static final SchemaDelta EMPTY = new SchemaDelta(List.of());

    public SchemaDelta {
        changes = List.copyOf(changes);
    }

    /// {@return whether both states are equal}
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /// {@return the changes that somebody made, without those that follow from them}
    public List<ObjectChange> causes() {
        return changes.stream().filter(change -> change.follows() == null).toList();
    }

    /// {@return how many objects came, without those that came with others}
    public long added() {
        return count(ObjectChange.Added.class::isInstance);
    }

    /// {@return how many objects went, without those that went with others}
    public long removed() {
        return count(ObjectChange.Removed.class::isInstance);
    }

    /// {@return how many objects are other than they were, or called otherwise, without those that
    /// had to follow}
    public long modified() {
        return count(change ->
                change instanceof ObjectChange.Changed || change instanceof ObjectChange.Renamed);
    }

    private long count(Predicate<ObjectChange> kind) {
        return causes().stream().filter(kind).count();
    }
}
