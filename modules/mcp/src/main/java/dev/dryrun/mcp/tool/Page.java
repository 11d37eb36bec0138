package dev.dryrun.mcp.tool;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Cuts lists to the limit of a call, and says so. For one answer.
final class Page {

    /// How many items of a list are shown unless the call says otherwise; 0 means all.
    static final Property.Count LIMIT =
            new Property.Count("limit", "how many items of each list at the most; 0 for all", 50);

    private final int limit;
    private final List<String> cut = new ArrayList<>();

    Page(Arguments arguments) {
        this.limit = arguments.count(LIMIT);
    }

    int limit() {
        return limit;
    }

    /// Puts a list, and, where it is cut, how many are left out: `omitted_<name>`.
    <T> void put(
            JsonObject.Builder out, String name, List<T> items, Function<T, JsonObject> toJson) {
        boolean whole = limit == 0 || items.size() <= limit;
        List<T> shown = whole ? items : items.subList(0, limit);
        out.put(name, JsonArray.of(shown, toJson));
        if (!whole) {
            cut.add(name);
            out.put("omitted_" + name, items.size() - limit);
        }
    }

    /// Puts `truncated` when any list was cut.
    void end(JsonObject.Builder out) {
        if (isCut()) {
            out.put("truncated", true);
        }
    }

    boolean isCut() {
        return !cut.isEmpty();
    }

    /// {@return the call that shows everything; empty when everything was shown}
    List<ToolAnswer.NextCall> rest(String tool, Arguments arguments) {
        JsonValue all = JsonNumber.of(0);
        return isCut()
                ? List.of(new ToolAnswer.NextCall(tool, arguments.with(LIMIT.name(), all)))
                : List.of();
    }
}
