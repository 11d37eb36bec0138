package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// One thing about an object that is other than it was.
///
/// @param action what became of it
/// @param part the part of the object that it is about; null when it is the object itself
/// @param property which property, in PostgreSQL's words: `type`, `not null`, `option fillfactor`;
///   empty when the part itself came, went or is called otherwise
/// @param before what it was, as DDL would write it or near that; null when it was not there
/// @param after what it is; null when it is not there any more
/// @param follows in words, the other change that explains this one: an index went with its column;
///   null when it was made for its own sake
public record PropertyChange(
        Action action,
        @Nullable Part part,
        String property,
        @Nullable String before,
        @Nullable String after,
        @Nullable String follows) {

    /// What became of a property or a part. The [#word] is public: it stands in JSON.
    public enum Action {
        ADDED("added"),
        REMOVED("removed"),
        CHANGED("changed"),
        RENAMED("renamed"),
        /// The same parts or values in another order.
        REORDERED("reordered");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        /// {@return the action in lower case}
        public String word() {
            return word;
        }
    }

    /// A part of an object that has a name of its own within it.
    ///
    /// @param kind in lower case: `column`, `index`, `constraint`, `trigger`, `policy`, `argument`
    ///   …
    /// @param name its name; afterwards, where it is called otherwise
    public record Part(String kind, String name) {}

    /// {@return the same, explained}
    ///
    /// @param cause the change that explains it, in words
    public PropertyChange following(String cause) {
        return new PropertyChange(action, part, property, before, after, cause);
    }

    /// {@return whether it is about a part as a whole}
    public boolean isWholePart() {
        return part != null && property.isEmpty();
    }
}
