package dev.dryrun.report;

import dev.dryrun.model.ObjectChange;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.PropertyChange;
import dev.dryrun.model.PropertyChange.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes in words, in one line, safe to show; what text and Markdown have in common.
final class ChangeWords {

    private static final int SHOWN = 6;

    /// What the server notes of every change; JSON has it.
    private static final Set<String> BOOKKEEPING = Set.of("depends on", "uses");

    private ChangeWords() {}

    static String object(ObjectRef ref) {
        return VisibleText.of(ref.kind().word().replace('_', ' ') + " " + ref.name().display());
    }

    /// {@return the object, and what it was called}
    static String subject(ObjectChange change) {
        return change instanceof ObjectChange.Renamed renamed
                ? object(renamed.from())
                        + " → "
                        + VisibleText.of(renamed.about().name().display())
                        + likeness(renamed)
                : object(change.about());
    }

    private static String likeness(ObjectChange.Renamed renamed) {
        return renamed.likenessPercent() == 100
                ? ""
                : " (" + renamed.likenessPercent() + " % alike)";
    }

    /// {@return the part and the property that a change is about}
    static String place(PropertyChange change) {
        Part part = change.part();
        String of = part == null ? "" : part.kind() + " " + part.name();
        String both =
                of.isEmpty() || change.property().isEmpty()
                        ? of + change.property()
                        : of + ": " + change.property();
        return VisibleText.of(both);
    }

    /// {@return whether both values fit on a line of their own}
    static boolean isLong(PropertyChange change) {
        return lines(change.before()) > 1 || lines(change.after()) > 1;
    }

    private static long lines(@Nullable String text) {
        return text == null ? 0 : text.lines().count();
    }

    /// {@return the change in one line}
    static String line(PropertyChange change) {
        String before = shown(change.before());
        String after = shown(change.after());
        return switch (change.action()) {
            case ADDED -> place(change) + (after.isEmpty() ? "" : ": " + after);
            case REMOVED -> place(change) + (before.isEmpty() ? "" : ": " + before);
            case RENAMED -> {
                String kind = change.part() == null ? "" : change.part().kind() + " ";
                yield kind + before + " → " + after;
            }
            case CHANGED, REORDERED ->
                    place(change)
                            + (change.property().isEmpty() ? ": " : " ")
                            + before
                            + " → "
                            + after;
        };
    }

    static String sign(PropertyChange change) {
        return switch (change.action()) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CHANGED, RENAMED, REORDERED -> "~";
        };
    }

    static String sign(ObjectChange change) {
        return switch (change) {
            case ObjectChange.Added _ -> "+";
            case ObjectChange.Removed _ -> "-";
            case ObjectChange.Changed _, ObjectChange.Renamed _ -> "~";
        };
    }

    static List<PropertyChange> properties(ObjectChange change) {
        return switch (change) {
            case ObjectChange.Added _, ObjectChange.Removed _ -> List.of();
            case ObjectChange.Changed changed -> changed.properties();
            case ObjectChange.Renamed renamed -> renamed.properties();
        };
    }

    static List<ObjectRef> dependants(ObjectChange change) {
        return switch (change) {
            case ObjectChange.Added _ -> List.of();
            case ObjectChange.Removed removed -> removed.dependants();
            case ObjectChange.Changed changed -> changed.dependants();
            case ObjectChange.Renamed renamed -> renamed.dependants();
        };
    }

    /// {@return what in the object itself follows from its changes}
    static List<String> following(ObjectChange change) {
        return properties(change).stream()
                .filter(property -> property.follows() != null)
                .filter(property -> !BOOKKEEPING.contains(property.property()))
                .map(property -> sign(property) + " " + place(property))
                .distinct()
                .toList();
    }

    /// {@return the first few, and how many more there are, to be put together with blanks}
    static List<String> few(List<String> items) {
        List<String> shown = new ArrayList<>();
        int last = Math.min(SHOWN, items.size()) - 1;
        for (int i = 0; i <= last; i++) {
            shown.add(items.get(i) + (i < last ? "," : ""));
        }
        if (items.size() > SHOWN) {
            shown.add("and " + (items.size() - SHOWN) + " more");
        }
        return shown;
    }

    private static String shown(@Nullable String value) {
        return VisibleText.of(Objects.requireNonNullElse(value, "(none)"));
    }
}
