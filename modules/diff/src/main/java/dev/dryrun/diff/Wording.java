package dev.dryrun.diff;

import dev.dryrun.json.JsonBoolean;
import dev.dryrun.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the members of documents are called. A member that nobody thought of is called by its own
/// name.
final class Wording {

    /// Members that only hold others: a path through them does not name them.
    private static final Map<String, String> THROUGH =
            Map.ofEntries(
                    Map.entry("row_security", "row security"),
                    Map.entry("materialized", ""),
                    Map.entry("options", "option"),
                    Map.entry("toast_options", "option toast"),
                    Map.entry("foreign_options", "foreign option"),
                    Map.entry("operator_class_options", "operator class option"),
                    Map.entry("properties", ""),
                    Map.entry("identity_sequence", "sequence"),
                    Map.entry("partition_of", "partition"),
                    Map.entry("partitioning", "partition"),
                    Map.entry("foreign", "foreign"));

    /// A flag that is there says the contrary of the property's name.
    private static final Map<String, String> CONTRARY =
            Map.of(
                    "not_valid", "valid",
                    "invalid", "valid",
                    "not_enforced", "enforced",
                    "unpopulated", "populated",
                    "not_local", "local");

    private static final Map<String, String> WORDS =
            Map.of(
                    "definition", "definition",
                    "of_type", "of type",
                    "clustered", "clustered on",
                    "name", "name");

    /// What is left out of a document where it is usual, and what it then is.
    private static final Map<String, String> USUAL =
            Map.ofEntries(
                    Map.entry("replica_identity", "default"),
                    Map.entry("timing", "not_deferrable"),
                    Map.entry("firing", "origin"),
                    Map.entry("on_update", "no action"),
                    Map.entry("on_delete", "no action"),
                    Map.entry("increment", "1"),
                    Map.entry("cache", "1"),
                    Map.entry("storage", "the type's own"),
                    Map.entry("compression", "default"),
                    Map.entry("statistics_target", "default"),
                    Map.entry("command", "all"),
                    Map.entry("parents", "0"),
                    Map.entry("tablespace", "default"),
                    Map.entry("access_method", "default"),
                    Map.entry("min", "the type's own"),
                    Map.entry("max", "the type's own"),
                    Map.entry("start", "the first"));

    private static final Set<String> FLAGS_ON = Set.of("enabled");

    private Wording() {}

    /// {@return the property's name}
    ///
    /// @param path the members that lead to it
    static String property(List<String> path) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            String word = word(path, i);
            if (!word.isEmpty()) {
                words.append(words.isEmpty() ? "" : " ").append(word);
            }
        }
        return words.toString().replace("toast ", "toast.");
    }

    private static String word(List<String> path, int at) {
        String member = path.get(at);
        boolean last = at == path.size() - 1;
        if (at > 0 && isFreely(path.get(at - 1))) {
            return member;
        }
        if (!last && THROUGH.containsKey(member)) {
            return THROUGH.getOrDefault(member, "");
        }
        if (last && at > 0 && FLAGS_ON.contains(member)) {
            return "";
        }
        return CONTRARY.getOrDefault(member, WORDS.getOrDefault(member, member.replace('_', ' ')));
    }

    /// {@return whether the members of this one are named by the user}
    private static boolean isFreely(String member) {
        return member.endsWith("options") || member.equals("properties");
    }

    /// {@return whether what is in this member is compared one by one even where it is missing on
    /// one side}
    static boolean isOpen(String member) {
        return isFreely(member) || member.equals("row_security") || member.equals("materialized");
    }

    /// {@return the value of a property in words; null when there is none}
    ///
    /// @param member the property's own member
    /// @param value what it has
    /// @param other what it has on the other side
    static @Nullable String value(
            String member, @Nullable JsonValue value, @Nullable JsonValue other) {
        if ((value == null ? other : value) instanceof JsonBoolean) {
            boolean truth = value instanceof JsonBoolean(boolean set) && set;
            return truth == CONTRARY.containsKey(member) ? "no" : "yes";
        }
        return value == null ? USUAL.get(member) : ValueText.of(value);
    }
}
