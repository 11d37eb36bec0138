package dev.dryrun.cli;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ServerFact;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The kinds of objects that could not be read: that there are none of them says nothing.
///
/// @param reasons why, by kind
public record Unread(Map<ObjectKind, String> reasons) {

    private static final Set<ObjectKind> NO_SCHEMA =
            Set.of(ObjectKind.ROLE, ObjectKind.TABLESPACE, ObjectKind.SETTING);

    /// Copies what it is given.
    public Unread {
        reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
    }

    /// {@return what a server's facts say of it}
    ///
    /// @param facts hands over facts, one at a time
    public static Unread of(Consumer<Consumer<ServerFact>> facts) {
        Map<ObjectKind, String> reasons = new TreeMap<>();
        facts.accept(fact -> {
            List<String> reason = fact.properties().get("absent");
            if (reason != null && !NO_SCHEMA.contains(fact.kind())) {
                reasons.put(fact.kind(), String.join(" ", reason));
            }
        });
        return new Unread(reasons);
    }

    /// {@return the kinds}
    public Set<ObjectKind> kinds() {
        return reasons.keySet();
    }

    /// {@return what either could not read}
    ///
    /// @param other of the other side
    public Unread and(Unread other) {
        Map<ObjectKind, String> all = new TreeMap<>(other.reasons);
        all.putAll(reasons);
        return new Unread(all);
    }

    /// {@return one line for each kind}
    public List<String> warnings() {
        return reasons.entrySet().stream()
                .map(one ->
                        "no "
                                + one.getKey().word().replace('_', ' ')
                                + " could be read, so none is compared: "
                                + one.getValue())
                .toList();
    }
}
