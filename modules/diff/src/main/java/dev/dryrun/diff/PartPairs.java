package dev.dryrun.diff;

import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The parts of one list on both sides, put together: by name, then by what they are like.
///
/// @param pairs in the order of the list, those that went at the end
record PartPairs(List<Pair> pairs) {

    private static final String NAME = "name";

    PartPairs {
        pairs = List.copyOf(pairs);
    }

    /// A part on both sides.
    ///
    /// @param before null when it came
    /// @param after null when it went
    record Pair(@Nullable JsonObject before, @Nullable JsonObject after) {

        boolean isRenamed() {
            return before != null && after != null && !key(before).equals(key(after));
        }

        String name() {
            return Members.text(after == null ? orNone(before) : after, NAME);
        }

        String oldName() {
            return Members.text(orNone(before), NAME);
        }

        private static JsonObject orNone(@Nullable JsonObject part) {
            return part == null ? Members.NONE : part;
        }
    }

    /// {@return the elements of a list as parts; null when they are none}
    static @Nullable List<JsonObject> parts(List<JsonValue> elements) {
        List<JsonObject> parts = new ArrayList<>();
        for (JsonValue element : elements) {
            if (!(element instanceof JsonObject part) || Members.text(part, NAME).isEmpty()) {
                return null;
            }
            parts.add(part);
        }
        boolean unique = parts.stream().map(PartPairs::key).distinct().count() == parts.size();
        return unique ? parts : null;
    }

    static String key(JsonObject part) {
        return Members.text(part, "schema") + "\0" + Members.text(part, NAME);
    }

    /// {@return the parts put together}
    ///
    /// @param ones before
    /// @param others after
    /// @param ordered whether a part's place says something
    /// @param renaming what is called otherwise already
    /// @param same what the server knows of them
    static PartPairs of(
            List<JsonObject> ones,
            List<JsonObject> others,
            boolean ordered,
            Renaming renaming,
            SameObjects.Parts same) {
        Map<String, JsonObject> gone = byKey(ones);
        others.forEach(part -> gone.remove(key(part)));
        Map<String, JsonObject> come = byKey(others);
        ones.forEach(part -> come.remove(key(part)));
        Map<String, JsonObject> partners = new LinkedHashMap<>();
        List<JsonObject> left = new ArrayList<>(gone.values());
        for (JsonObject part : come.values()) {
            JsonObject partner = known(part, left, same);
            if (partner == null) {
                List<JsonObject> open = open(part, left, same);
                partner =
                        ordered
                                ? inItsPlace(part, open, ones, others, renaming)
                                : alike(part, open, renaming);
            }
            if (partner != null) {
                partners.put(key(part), partner);
                left.remove(partner);
            }
        }
        Map<String, JsonObject> before = byKey(ones);
        List<Pair> pairs = new ArrayList<>();
        for (JsonObject part : others) {
            JsonObject partner = partners.get(key(part));
            pairs.add(new Pair(partner == null ? before.get(key(part)) : partner, part));
        }
        left.forEach(part -> pairs.add(new Pair(part, null)));
        return new PartPairs(pairs);
    }

    private static SequencedMap<String, JsonObject> byKey(List<JsonObject> parts) {
        SequencedMap<String, JsonObject> map = new LinkedHashMap<>();
        parts.forEach(part -> map.put(key(part), part));
        return map;
    }

    private static @Nullable JsonObject known(
            JsonObject part, List<JsonObject> left, SameObjects.Parts same) {
        return left.stream()
                .filter(one -> same.compare(one, part) == SameObjects.Answer.SAME)
                .findFirst()
                .orElse(null);
    }

    /// {@return those that the server does not know for others}
    private static List<JsonObject> open(
            JsonObject part, List<JsonObject> left, SameObjects.Parts same) {
        return left.stream()
                .filter(one -> same.compare(one, part) != SameObjects.Answer.DIFFERENT)
                .toList();
    }

    /// A column keeps its place among those that stay: that is what the server knows it by.
    private static @Nullable JsonObject inItsPlace(
            JsonObject part,
            List<JsonObject> left,
            List<JsonObject> ones,
            List<JsonObject> others,
            Renaming renaming) {
        for (JsonObject one : left) {
            if (place(one, ones, others) == place(part, others, ones)
                    && Members.text(one, "type").equals(Members.text(part, "type"))
                    && (sameContent(one, part, renaming) || left.size() == 1)) {
                return one;
            }
        }
        return null;
    }

    /// {@return after how many of the parts that both sides have it stands}
    private static long place(JsonObject part, List<JsonObject> own, List<JsonObject> others) {
        List<String> common = others.stream().map(PartPairs::key).toList();
        return own.stream()
                .takeWhile(one -> !key(one).equals(key(part)))
                .filter(one -> common.contains(key(one)))
                .count();
    }

    private static @Nullable JsonObject alike(
            JsonObject part, List<JsonObject> left, Renaming renaming) {
        return left.stream()
                .filter(one -> sameContent(one, part, renaming))
                .findFirst()
                .orElse(null);
    }

    private static boolean sameContent(JsonObject one, JsonObject other, Renaming renaming) {
        JsonObject before = nameless(one);
        JsonObject after = nameless(other);
        return before.equals(after) || renaming.explains(before, after).isPresent();
    }

    /// The text of a trigger or a rule has its name in it.
    private static JsonObject nameless(JsonObject part) {
        String name = Members.text(part, NAME);
        JsonObject.Builder out = JsonObject.builder();
        part.members()
                .forEach((member, value) -> {
                    if (member.equals("definition")) {
                        out.put(
                                member,
                                Tokens.of(Members.text(part, member)).stream()
                                        .map(token -> token.equals(name) ? "\0" : token)
                                        .reduce("", (all, token) -> all + " " + token));
                    } else if (!member.equals(NAME) && !member.equals("schema")) {
                        out.put(member, value);
                    }
                });
        return out.build();
    }
}
