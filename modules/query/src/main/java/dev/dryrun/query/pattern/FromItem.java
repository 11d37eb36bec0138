package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An item of a FROM clause, or what a statement writes to. Two are the same only when they are
/// one.
public interface FromItem {

    /// {@return what it goes by; null when that is not known, empty when by nothing}
    @Nullable String name();

    /// {@return the relation it is; null when it is none, or not known}
    @Nullable Relation relation();

    /// {@return its columns in order, by the names that they have here; null when they are not all
    /// known}
    @Nullable List<String> columnNames();
}
