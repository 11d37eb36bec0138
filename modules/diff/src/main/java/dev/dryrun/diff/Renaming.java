package dev.dryrun.diff;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.model.ObjectRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is called otherwise, and hence stands otherwise wherever it is named.
///
/// Tells whether two values differ in nothing but such names. It goes by words alone: what it
/// explains is explained and not hidden, so a false friend costs a place in a report.
final class Renaming {

    private final Map<String, Map<String, Cause>> causes = new HashMap<>();
    private final Map<String, ObjectRef> objects = new HashMap<>();

    /// A change of name.
    ///
    /// @param about the object that it belongs to, as it is called now
    /// @param words what to say of it
    record Cause(ObjectRef about, String words) {}

    /// Makes one more name known, and its schema's where that changed too.
    void add(ObjectRef from, ObjectRef to) {
        Cause cause =
                new Cause(to, from.name().display() + " is called " + to.name().display() + " now");
        pair(baseName(from), baseName(to), cause);
        pair(from.name().schema(), to.name().schema(), cause);
    }

    /// Makes the name of a part known.
    void add(ObjectRef about, String kind, String from, String to) {
        pair(from, to, new Cause(about, kind + " " + from + " is called " + to + " now"));
    }

    /// {@return a name without the argument types that belong to it}
    static String baseName(ObjectRef ref) {
        String name = ref.name().name();
        int open = name.indexOf('(');
        return open >= 0 && name.endsWith(")") ? name.substring(0, open) : name;
    }

    private void pair(String from, String to, Cause cause) {
        if (!from.equals(to) && !from.isEmpty() && !to.isEmpty()) {
            causes.computeIfAbsent(from, _ -> new HashMap<>()).putIfAbsent(to, cause);
            objects.putIfAbsent(cause.words, cause.about);
        }
    }

    boolean isEmpty() {
        return causes.isEmpty();
    }

    /// {@return the object behind the words of a cause; null when they are none of ours}
    @Nullable ObjectRef about(String words) {
        return objects.get(words);
    }

    /// {@return what explains that two values differ, or empty when nothing here does}
    Optional<Cause> explains(@Nullable JsonValue before, @Nullable JsonValue after) {
        if (causes.isEmpty() || before == null || after == null) {
            return Optional.empty();
        }
        Alignment alignment = new Alignment();
        return alignment.same(before, after)
                ? Optional.ofNullable(alignment.first)
                : Optional.empty();
    }

    /// {@return a text in which every name is the new one}
    String applied(String name) {
        return String.join("", Tokens.of(name).stream().map(this::renamed).toList());
    }

    private String renamed(String token) {
        Map<String, Cause> to = causes.get(token);
        return to == null ? token : to.keySet().iterator().next();
    }

    /// One comparison, which remembers the first change of name it met.
    private final class Alignment {
        private @Nullable Cause first;

        boolean same(JsonValue before, JsonValue after) {
            if (before.equals(after)) {
                return true;
            }
            if (before instanceof JsonString(String one)
                    && after instanceof JsonString(String other)) {
                return text(Tokens.of(one), Tokens.of(other));
            }
            if (before instanceof JsonObject one && after instanceof JsonObject other) {
                return one.members().keySet().equals(other.members().keySet())
                        && one.members().entrySet().stream()
                                .allMatch(member ->
                                        same(
                                                member.getValue(),
                                                Objects.requireNonNull(
                                                        other.get(member.getKey()))));
            }
            return before instanceof JsonArray(List<JsonValue> ones)
                    && after instanceof JsonArray(List<JsonValue> others)
                    && ones.size() == others.size()
                    && set(ones, others);
        }

        /// In any order: what is sorted by name moves with its name.
        private boolean set(List<JsonValue> ones, List<JsonValue> others) {
            List<JsonValue> left = new ArrayList<>(others);
            for (JsonValue one : ones) {
                int found = left.indexOf(one);
                for (int i = 0; found < 0 && i < left.size(); i++) {
                    if (same(one, left.get(i))) {
                        found = i;
                    }
                }
                if (found < 0) {
                    return false;
                }
                left.remove(found);
            }
            return true;
        }

        /// A view says `new AS old` where a column of its table is called otherwise now.
        private boolean text(List<String> ones, List<String> others) {
            int i = 0;
            int j = 0;
            while (i < ones.size() && j < others.size()) {
                if (ones.get(i).equals(others.get(j))) {
                    i++;
                    j++;
                } else if (known(ones.get(i), others.get(j))) {
                    i++;
                    j++;
                } else if (alias(others, j)) {
                    j += 2;
                } else if (alias(ones, i)) {
                    i += 2;
                } else {
                    return false;
                }
            }
            while (alias(others, j)) {
                j += 2;
            }
            while (alias(ones, i)) {
                i += 2;
            }
            return i >= ones.size() && j >= others.size();
        }

        private boolean known(String from, String to) {
            Map<String, Cause> known = causes.get(from);
            Cause cause = known == null ? null : known.get(to);
            if (cause != null && first == null) {
                first = cause;
            }
            return cause != null;
        }

        private boolean alias(List<String> tokens, int at) {
            return at + 1 < tokens.size()
                    && tokens.get(at).equals("AS")
                    && (causes.containsKey(tokens.get(at + 1))
                            || causes.values().stream()
                                    .anyMatch(to -> to.containsKey(tokens.get(at + 1))));
        }
    }
}
