package dev.dryrun.diff;

import dev.dryrun.history.SnapshotReader;
import dev.dryrun.json.DocumentJson;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.DiffCaveat;
import dev.dryrun.model.Document;
import dev.dryrun.model.FigureChange;
import dev.dryrun.model.FigureDelta;
import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.NodeView;
import dev.dryrun.model.ObjectIdentities;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.PropertyChange.Part;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SchemaDelta;
import dev.dryrun.model.ServerFact;
import dev.dryrun.model.StatisticsRow;
import dev.dryrun.model.TableActivity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compares two snapshots of the planner's statistics, or of one node's activity. Stateless.
public final class FigureDiff {

    private static final Duration SHORT = Duration.ofMinutes(30);

    /// Of activity, all that does not only grow.
    private static final Set<String> GAUGES =
            Set.of("n_live_tup", "n_dead_tup", "n_mod_since_analyze", "n_ins_since_vacuum");

    private FigureDiff() {}

    /// {@return what differs between two snapshots of one stream, `planner` or `activity:…`}
    ///
    /// @param from the earlier one
    /// @param to the later one, of the same file
    public static FigureDelta between(SnapshotReader from, SnapshotReader to) {
        Map<ObjectRef, Document> before = new TreeMap<>();
        Map<ObjectRef, Document> after = new TreeMap<>();
        if (!from.snapshot().hash().equals(to.snapshot().hash())) {
            from.differing(to, document -> before.put(document.about(), document));
            to.differing(from, document -> after.put(document.about(), document));
        }
        renamed(SameObjects.between(from, to), before, after);
        List<FigureChange> figures = new ArrayList<>();
        SortedMap<String, Integer> unread = new TreeMap<>();
        Map<ObjectRef, Document> factsBefore = new TreeMap<>();
        Map<ObjectRef, Document> factsAfter = new TreeMap<>();
        int otherwise = 0;
        Set<ObjectRef> refs = new TreeSet<>(before.keySet());
        refs.addAll(after.keySet());
        for (ObjectRef ref : refs) {
            Document then = before.get(ref);
            Document now = after.get(ref);
            Document any = now == null ? then : now;
            if (any instanceof ServerFact) {
                put(factsBefore, then);
                put(factsAfter, now);
            } else if (!(any instanceof ObjectIdentities)) {
                int sofar = unread.values().stream().mapToInt(Integer::intValue).sum();
                List<FigureChange> changes = changes(ref, then, now, unread);
                figures.addAll(changes);
                boolean told = unread.values().stream().mapToInt(Integer::intValue).sum() > sofar;
                otherwise += changes.isEmpty() && !told ? 1 : 0;
            }
        }
        SchemaDelta facts = SchemaDiff.between(factsBefore, factsAfter);
        List<DiffCaveat> caveats = caveats(from, to, figures);
        unread.forEach((reason, count) -> caveats.add(unreadable(reason, count)));
        return new FigureDelta(figures, List.of(), facts, otherwise, caveats);
    }

    /// What is called otherwise is compared under its new name.
    private static void renamed(
            SameObjects same, Map<ObjectRef, Document> before, Map<ObjectRef, Document> after) {
        for (ObjectRef ref : List.copyOf(before.keySet())) {
            Optional<ObjectRef> now = after.containsKey(ref) ? Optional.empty() : same.renamed(ref);
            Document then = before.get(ref);
            if (now.isPresent()
                    && then != null
                    && after.containsKey(now.get())
                    && !before.containsKey(now.get())) {
                before.remove(ref);
                before.put(now.get(), then);
            }
        }
    }

    private static void put(Map<ObjectRef, Document> map, @Nullable Document document) {
        if (document != null) {
            map.put(document.about(), document);
        }
    }

    private static List<FigureChange> changes(
            ObjectRef ref,
            @Nullable Document then,
            @Nullable Document now,
            SortedMap<String, Integer> unread) {
        JsonObject before = then == null ? Members.NONE : DocumentJson.toJson(then);
        JsonObject after = now == null ? Members.NONE : DocumentJson.toJson(now);
        boolean activity = (now == null ? then : now) instanceof TableActivity;
        Figures ones = Figures.of(before);
        Figures others = Figures.of(after);
        Set<Figures.Place> places = new LinkedHashSet<>(others.values().keySet());
        places.addAll(ones.values().keySet());
        List<FigureChange> changes = new ArrayList<>();
        for (Figures.Place place : places) {
            Double one = ones.values().get(place);
            Double other = others.values().get(place);
            String reason =
                    one == null ? ones.unread(place) : other == null ? others.unread(place) : null;
            if (reason != null) {
                unread.merge(reason, 1, Integer::sum);
            } else if (!Objects.equals(one, other)) {
                boolean counter = activity && isCounter(place.metric());
                changes.add(
                        new FigureChange(ref, place.part(), place.metric(), one, other, counter));
            }
        }
        for (Map.Entry<Part, Double> churn : Figures.churn(before, after).entrySet()) {
            changes.add(
                    new FigureChange(
                            ref, churn.getKey(), "mcv_churn", 0.0, churn.getValue(), false));
        }
        return changes;
    }

    private static List<DiffCaveat> caveats(
            SnapshotReader from, SnapshotReader to, List<FigureChange> figures) {
        List<DiffCaveat> caveats = new ArrayList<>();
        Optional<NodeStatistics> before = node(from);
        Optional<NodeStatistics> after = node(to);
        if (before.isEmpty() || after.isEmpty()) {
            return caveats;
        }
        otherServer(before.get(), after.get()).ifPresent(caveats::add);
        boolean counted = figures.stream().anyMatch(FigureChange::resetBetween);
        if (counted || !reset(before.get()).equals(reset(after.get()))) {
            caveats.add(
                    new DiffCaveat(
                            DiffCaveat.Code.RESET,
                            "counters were reset in between: where one counts less than before,"
                                    + " nothing is subtracted"));
        }
        Duration window = Duration.between(from.snapshot().takenAt(), to.snapshot().takenAt());
        if (window.compareTo(SHORT) < 0) {
            caveats.add(shortWindow(window));
        }
        return caveats;
    }

    /// {@return whether a figure of activity only grows until it is reset}
    static boolean isCounter(String metric) {
        return !GAUGES.contains(metric);
    }

    private static DiffCaveat unreadable(String reason, int count) {
        return new DiffCaveat(
                DiffCaveat.Code.UNREADABLE,
                (count == 1 ? "1 figure was" : count + " figures were")
                        + " readable in one snapshot only and not compared: "
                        + reason);
    }

    static DiffCaveat shortWindow(Duration window) {
        return new DiffCaveat(
                DiffCaveat.Code.SHORT_WINDOW,
                window.toMinutes() == 0
                        ? "less than a minute lies between the snapshots"
                        : "only " + window.toMinutes() + " min lie between the snapshots");
    }

    private static Optional<DiffCaveat> otherServer(NodeStatistics before, NodeStatistics after) {
        Optional<String> one = before.fingerprint().known();
        Optional<String> other = after.fingerprint().known();
        return one.isPresent() && other.isPresent() && !one.equals(other)
                ? Optional.of(
                        new DiffCaveat(
                                DiffCaveat.Code.SERVER_CHANGED,
                                "another server answered, or the same one was started anew: its"
                                        + " counters may not continue those before"))
                : Optional.empty();
    }

    /// {@return a caveat where two captures of one node's activity were answered by two servers}
    ///
    /// @param from the earlier one
    /// @param to the later one
    static Optional<DiffCaveat> otherServer(SnapshotReader from, SnapshotReader to) {
        return node(from).flatMap(one -> node(to).flatMap(other -> otherServer(one, other)));
    }

    private static Optional<NodeStatistics> node(SnapshotReader reader) {
        return reader.document(NodeStatistics.ABOUT).map(NodeStatistics.class::cast);
    }

    private static Optional<String> reset(NodeStatistics node) {
        Reading<List<StatisticsRow>> rows = node.rows(NodeView.DATABASE);
        return rows.known()
                .flatMap(all -> all.stream().findFirst())
                .flatMap(row -> row.text("stats_reset"));
    }
}
