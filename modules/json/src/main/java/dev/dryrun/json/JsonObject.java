package dev.dryrun.json;

import java.util.Collection;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// An object. Its members keep the order they were given in; that order is shown to people and has
/// no other meaning.
///
/// @param members by name
public record JsonObject(SequencedMap<String, JsonValue> members) implements JsonValue {

    public JsonObject {
        members = members instanceof Members own ? own : Members.copyOf(members);
    }

    /// {@return a builder without members}
    public static Builder builder() {
        return new Builder(new Members());
    }

    /// {@return a builder without members}
    ///
    /// @param expected the names that members are likely to have
    static Builder builder(MemberNames expected) {
        return new Builder(new Members(expected));
    }

    /// {@return the member with this name; null when there is none}
    ///
    /// @param name the member's name
    public @Nullable JsonValue get(String name) {
        return members.get(name);
    }

    /// Collects members in order. A name given twice is a mistake of the caller's, and so is
    /// putting more after [#build].
    public static final class Builder {

        private @Nullable Members members;

        private Builder(Members members) {
            this.members = members;
        }

        private Members members() {
            if (members == null) {
                throw new IllegalStateException("built already");
            }
            return members;
        }

        /// {@return this, with one more member}
        ///
        /// @param name not there yet
        /// @param value the member's value
        public Builder put(String name, JsonValue value) {
            if (!members().add(name, value)) {
                throw new IllegalArgumentException("member given twice: " + name);
            }
            return this;
        }

        /// {@return this, with one more member, unless the value is null: then as it was}
        ///
        /// @param name not there yet
        /// @param value the string, or null to leave the member out
        public Builder put(String name, @Nullable String value) {
            return value == null ? this : put(name, new JsonString(value));
        }

        /// {@return this, with one more member}
        ///
        /// @param name not there yet
        /// @param value a whole number
        public Builder put(String name, long value) {
            return put(name, JsonNumber.of(value));
        }

        /// {@return this, with one more member}
        ///
        /// @param name not there yet
        /// @param value true or false
        public Builder put(String name, boolean value) {
            return put(name, new JsonBoolean(value));
        }

        /// {@return this, with one more member that is true, if it is: else as it was}
        ///
        /// @param name not there yet
        /// @param value whether to put it
        public Builder putIf(String name, boolean value) {
            return value ? put(name, true) : this;
        }

        /// {@return this, with one more member, unless the collection is empty: then as it was}
        ///
        /// @param name not there yet
        /// @param values the elements
        public Builder putUnlessEmpty(String name, Collection<String> values) {
            return values.isEmpty() ? this : put(name, JsonArray.ofStrings(values));
        }

        /// {@return this, with all members of a map}
        ///
        /// @param more names not there yet
        public Builder putAll(Map<String, ? extends JsonValue> more) {
            more.forEach(this::put);
            return this;
        }

        /// {@return the object}
        public JsonObject build() {
            JsonObject built = new JsonObject(members());
            members = null;
            return built;
        }
    }
}
