package dev.dryrun.masking;

import dev.dryrun.masking.PolicyTree.Entries;
import dev.dryrun.masking.PolicyTree.Entry;
import dev.dryrun.masking.PolicyTree.Items;
import dev.dryrun.masking.PolicyTree.Place;
import dev.dryrun.masking.PolicyTree.Text;
import dev.dryrun.model.ConfigException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML into values that know their places.
///
/// An alias shares what its anchor made, so a text that multiplies itself with aliases stays as
/// small in memory as in the file. What nests deeper than a policy ever does is an error, and so is
/// a key written twice.
final class PolicyYaml {

    private static final int DEEPEST = 32;
    private static final int LONGEST = 1 << 26;

    /// What most lists and maps of a policy hold: one thing, or two.
    private static final int FEW = 2;

    private final PolicyErrors errors;
    private final Iterator<Event> events;
    private final Map<Anchor, PolicyTree> anchors = new HashMap<>();
    private int aliases;

    private PolicyYaml(PolicyErrors errors, Iterator<Event> events) {
        this.errors = errors;
        this.events = events;
    }

    /// {@return what the text says; empty when it says nothing}
    ///
    /// @param errors names the file
    /// @param text YAML, one document
    /// @throws ConfigException with line and column when it is not that
    static Optional<PolicyTree> read(PolicyErrors errors, String text) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(errors.file()).setCodePointLimit(LONGEST).build();
        try (PolicyEvents events = new PolicyEvents(settings, text)) {
            return new PolicyYaml(errors, events).document();
        } catch (MarkedYamlEngineException e) {
            throw errors.at(
                    e.getProblemMark().or(e::getContextMark).map(PolicyYaml::place).orElse(null),
                    "not YAML: " + oneLine(e.getProblem()));
        } catch (YamlEngineException e) {
            throw errors.at(null, "not YAML: " + oneLine(e.getMessage()));
        }
    }

    private static String oneLine(@Nullable String problem) {
        return problem == null ? "it cannot be read" : problem.lines().findFirst().orElse("");
    }

    private Optional<PolicyTree> document() {
        PolicyTree tree = null;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
                case Alias, Scalar, SequenceStart, SequenceEnd, MappingStart, MappingEnd -> {
                    if (tree != null) {
                        throw errors.at(place(event), "a second document begins here");
                    }
                    tree = value(event, 0);
                }
            }
        }
        return Optional.ofNullable(tree);
    }

    private PolicyTree value(Event event, int depth) {
        if (depth > DEEPEST) {
            throw errors.at(place(event), "nested deeper than " + DEEPEST + " levels");
        }
        if (event instanceof AliasEvent alias) {
            aliases++;
            PolicyTree shared = anchors.get(alias.getAlias());
            if (shared == null) {
                String name = alias.getAlias().getValue();
                throw errors.at(
                        place(event), "the alias *" + name + " stands before or inside its anchor");
            }
            return shared;
        }
        PolicyTree value =
                switch (event.getEventId()) {
                    case Scalar -> new Text(((ScalarEvent) event).getValue(), place(event));
                    case SequenceStart -> new Items(items(depth), place(event));
                    case MappingStart -> new Entries(entries(depth), place(event));
                    default -> throw errors.at(place(event), "a value is missing");
                };
        if (event instanceof NodeEvent node) {
            node.getAnchor().ifPresent(anchor -> anchors.put(anchor, value));
        }
        return value;
    }

    private List<PolicyTree> items(int depth) {
        List<PolicyTree> items = new ArrayList<>(FEW);
        Event next = events.next();
        while (next.getEventId() != Event.ID.SequenceEnd) {
            items.add(value(next, depth + 1));
            next = events.next();
        }
        return List.copyOf(items);
    }

    /// What says the same as the value before it is that value: large policies say the same of many
    /// columns, and what is wrong with it is wrong where it stands first. What aliases may have
    /// multiplied is not compared.
    private List<Entry> entries(int depth) {
        PolicyTree last = null;
        List<Entry> entries = new ArrayList<>(FEW);
        Set<String> names = HashSet.newHashSet(FEW);
        Event next = events.next();
        while (next.getEventId() != Event.ID.MappingEnd) {
            Place place = place(next);
            if (!(value(next, depth + 1) instanceof Text(String name, Place _))) {
                throw errors.at(place, "a key must be a word");
            }
            if (!names.add(name)) {
                throw errors.at(place, "the key \"" + name + "\" is there twice");
            }
            int before = aliases;
            PolicyTree value = value(events.next(), depth + 1);
            if (last == null || before != aliases || !last.says(value)) {
                last = value;
            }
            entries.add(new Entry(name, last, place));
            next = events.next();
        }
        return List.copyOf(entries);
    }

    private static Place place(Event event) {
        return event.getStartMark().map(PolicyYaml::place).orElse(new Place(1, 1));
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
