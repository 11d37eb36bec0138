package dev.dryrun.diff;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The lists of a document whose elements have names of their own, and what one of them is called.
final class PartLists {

    static final String COLUMN = "column";
    static final String CONSTRAINT = "constraint";
    static final String INDEX = "index";

    private static final Map<String, String> KINDS =
            Map.of(
                    "columns", COLUMN,
                    "constraints", CONSTRAINT,
                    "indexes", INDEX,
                    "triggers", "trigger",
                    "rules", "rule",
                    "statistics", "statistics",
                    "policies", "policy",
                    "attributes", "attribute",
                    "checks", "check");

    /// Those whose order is content; the others are sorted by name.
    private static final Set<String> ORDERED = Set.of("columns", "attributes");

    private PartLists() {}

    /// {@return what an element is called; empty when the member is no such list}
    static String kind(String member) {
        return KINDS.getOrDefault(member, "");
    }

    static boolean isOrdered(String member) {
        return ORDERED.contains(member);
    }

    /// {@return the lists, those first whose names the others mention}
    static List<String> byMention() {
        return List.of(
                "columns",
                "attributes",
                "constraints",
                "indexes",
                "triggers",
                "rules",
                "statistics",
                "policies",
                "checks");
    }
}
