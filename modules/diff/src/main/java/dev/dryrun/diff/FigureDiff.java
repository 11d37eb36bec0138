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
        List<FigureChange> figures = new ArrayList<>();
        Map<ObjectRef, Document> factsBefore = new TreeMap<>();
        Map<ObjectRef, Document> factsAfter = new TreeMap<>();
        int otherwise = 0;
        Set<ObjectRef> refs = new TreeSet<>(before.keySet());
        refs.addAll(after.keySet());
        for (ObjectRef ref : refs) {
            Document then = before.get(ref);
            Document now = after.get(ref);
            if ((now == null ? then : now) instanceof ObjectIdentities) {
                continue;
            }
            if ((now == null ? then : now) instanceof ServerFact) {
                put(factsBefore, then);
                put(factsAfter, now);
            } else {
                List<FigureChange> changes = changes(ref, then, now);
                figures.addAll(changes);
                otherwise += changes.isEmpty() ? 1 : 0;
            }
        }
        SchemaDelta facts = SchemaDiff.between(factsBefore, factsAfter);
        return new FigureDelta(figures, facts, otherwise, caveats(from, to, figures));
    }

    private static void put(Map<ObjectRef, Document> map, @Nullable Document document) {
        if (document != null) {
            map.put(document.about(), document);
        }
    }

    private static List<FigureChange> changes(
            ObjectRef ref, @Nullable Document then, @Nullable Document now) {
        JsonObject before = then == null ? Members.NONE : DocumentJson.toJson(then);
        JsonObject after = now == null ? Members.NONE : DocumentJson.toJson(now);
        boolean activity = (now == null ? then : now) instanceof TableActivity;
        Map<Figures.Place, Double> ones = Figures.of(before);
        Map<Figures.Place, Double> others = Figures.of(after);
        Set<Figures.Place> places = new LinkedHashSet<>(others.keySet());
        places.addAll(ones.keySet());
        List<FigureChange> changes = new ArrayList<>();
        for (Figures.Place place : places) {
            Double one = ones.get(place);
            Double other = others.get(place);
            if (!Objects.equals(one, other)) {
                boolean counter = activity && !GAUGES.contains(place.metric());
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
        Optional<String> one = before.get().fingerprint().known();
        Optional<String> other = after.get().fingerprint().known();
        if (one.isPresent() && other.isPresent() && !one.equals(other)) {
            caveats.add(
                    new DiffCaveat(
                            DiffCaveat.Code.SERVER_CHANGED,
                            "another server answered, or the same one was started anew: its"
                                    + " counters may not continue those before"));
        }
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

    static DiffCaveat shortWindow(Duration window) {
        return new DiffCaveat(
                DiffCaveat.Code.SHORT_WINDOW,
                "only " + window.toMinutes() + " min lie between the snapshots");
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
