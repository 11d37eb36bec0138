package dev.dryrun.diff;

import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.model.PropertyChange.Part;
import dev.dryrun.model.Reading.Reason;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The figures of a document, whatever they are called: every number in it, by its part and name.
final class Figures {

    /// Where the server's own clocks stand says nothing of a table.
    private static final Set<String> LEFT_OUT =
            Set.of("relfrozenxid", "relminmxid", "toast_relfrozenxid", "queryid", "views");

    private static final String DISTINCT = "n_distinct";
    private static final String ROWS = "reltuples";

    /// Why a figure is not known although the server may have it.
    private static final Set<String> UNREADABLE =
            Set.of(
                    Reason.NO_PRIVILEGE.word(),
                    Reason.LOCKED.word(),
                    Reason.NOT_CAPTURED.word(),
                    Reason.MASKED.word());

    private static final String ABSENT = "absent";

    private final SequencedMap<Place, Double> values = new LinkedHashMap<>();
    private final Map<Place, String> unread = new HashMap<>();
    private final double rows;

    /// Where a figure stands.
    ///
    /// @param part the index or column; null for the object itself
    /// @param metric its name
    record Place(@Nullable Part part, String metric) {}

    private Figures(JsonObject document) {
        rows = number(document.get(ROWS));
        members(null, "", document);
    }

    /// {@return the figures of a document}
    static Figures of(JsonObject document) {
        return new Figures(document);
    }

    Map<Place, Double> values() {
        return values;
    }

    /// {@return why a figure that is not there could not be read; null where there is none to read}
    @Nullable String unread(Place place) {
        String whole = unread.get(new Place(place.part(), ABSENT));
        return whole == null ? unread.get(place) : whole;
    }

    private void members(@Nullable Part part, String prefix, JsonObject object) {
        object.members()
                .forEach((name, value) -> {
                    if (name.equals(ABSENT)) {
                        notRead(new Place(part, prefix.isEmpty() ? ABSENT : prefix), value);
                    } else if (!LEFT_OUT.contains(name)) {
                        member(part, prefix.isEmpty() ? name : prefix + "_" + name, value);
                    }
                });
    }

    private void notRead(Place place, JsonValue reason) {
        if (reason instanceof JsonString(String word) && UNREADABLE.contains(word)) {
            unread.put(place, word);
        }
    }

    private void member(@Nullable Part part, String name, JsonValue value) {
        if (value instanceof JsonNumber) {
            put(part, name, number(value));
        } else if (value instanceof JsonObject object) {
            JsonValue estimated = object.get("estimated");
            if (estimated != null) {
                member(part, name, estimated);
            } else if (object.get("expected_pages") != null) {
                put(
                        part,
                        name + "_ratio",
                        number(object.get("actual_pages")) / number(object.get("expected_pages")));
            } else {
                members(part, name, object);
            }
        } else {
            for (JsonValue element : Members.elements(value)) {
                if (element instanceof JsonObject one && one.get("name") instanceof JsonString) {
                    members(new Part(kind(name), fullName(part, one)), "", one);
                }
            }
        }
    }

    private static String kind(String list) {
        return switch (list) {
            case "indexes" -> PartLists.INDEX;
            case "columns" -> PartLists.COLUMN;
            default -> "statistics";
        };
    }

    private static String fullName(@Nullable Part of, JsonObject part) {
        String name = Members.text(part, "name") + (part.get("inherited") == null ? "" : " (all)");
        return of == null ? name : of.name() + "." + name;
    }

    /// A negative count of distinct values is a share of the rows.
    private void put(@Nullable Part part, String name, double value) {
        boolean share = name.equals(DISTINCT) && value < 0 && rows > 0;
        values.put(new Place(part, name), share ? Math.rint(-value * rows) : value);
    }

    private static double number(@Nullable JsonValue value) {
        return switch (value) {
            case JsonNumber number -> number.doubleValue();
            case JsonObject object when object.get("estimated") instanceof JsonNumber number ->
                    number.doubleValue();
            case null, default -> 0;
        };
    }

    /// {@return the share of common values that only one side has, 0 to 1, by column; only where
    /// both sides have some}
    static Map<Part, Double> churn(JsonObject before, JsonObject after) {
        Map<Part, Double> churn = new LinkedHashMap<>();
        Members.objects(after, "columns")
                .forEach(column -> {
                    String name = Members.text(column, "name");
                    boolean inherited = column.get("inherited") != null;
                    Members.objects(before, "columns")
                            .filter(old -> Members.text(old, "name").equals(name))
                            .filter(old -> (old.get("inherited") != null) == inherited)
                            .findFirst()
                            .ifPresent(old -> {
                                List<String> then = values(old);
                                List<String> now = values(column);
                                if (!then.isEmpty() && !now.isEmpty() && !then.equals(now)) {
                                    churn.put(
                                            new Part(PartLists.COLUMN, fullName(null, column)),
                                            changed(then, now));
                                }
                            });
                });
        return churn;
    }

    private static double changed(List<String> then, List<String> now) {
        long common = then.stream().filter(now::contains).count();
        return 1 - (double) common / (then.size() + now.size() - common);
    }

    private static List<String> values(JsonObject column) {
        return ArrayText.elements(Members.text(column, "most_common_vals"));
    }
}
