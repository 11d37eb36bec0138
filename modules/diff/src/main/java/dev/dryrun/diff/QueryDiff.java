package dev.dryrun.diff;

import dev.dryrun.history.SnapshotReader;
import dev.dryrun.model.DiffCaveat;
import dev.dryrun.model.Document;
import dev.dryrun.model.QueryCounters;
import dev.dryrun.model.QueryDelta;
import dev.dryrun.model.QueryDelta.Cost;
import dev.dryrun.model.QueryDelta.Entry;
import dev.dryrun.model.QueryDelta.Status;
import dev.dryrun.model.QueryMember;
import dev.dryrun.model.QueryStatistics;
import dev.dryrun.model.QueryStatisticsInfo;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compares two snapshots of one node's query statistics, statement by statement.
///
/// @param weekend days on which other work is done
/// @param zone where days begin
public record QueryDiff(Set<DayOfWeek> weekend, ZoneId zone) {

    private static final Duration SHORT = Duration.ofMinutes(30);
    private static final long FEW_CALLS = 3;
    private static final double MUCH = 0.3;
    private static final double HEAVY_MS = 1_000;

    public QueryDiff {
        weekend = Set.copyOf(weekend);
    }

    /// {@return what the queries cost between two snapshots of one stream}
    ///
    /// @param from the earlier one
    /// @param to the later one, of the same file
    /// @param nodes the activity captured with each, the earlier one's first, which says who
    ///   answered; empty where it was not captured
    public QueryDelta between(SnapshotReader from, SnapshotReader to, List<SnapshotReader> nodes) {
        Map<String, QueryStatistics> before = new TreeMap<>();
        Map<String, QueryStatistics> after = new TreeMap<>();
        if (!from.snapshot().hash().equals(to.snapshot().hash())) {
            from.differing(to, document -> take(document, before));
            to.differing(from, document -> take(document, after));
        }
        Optional<QueryStatisticsInfo> one = info(from);
        Optional<QueryStatisticsInfo> other = info(to);
        boolean reset =
                one.isPresent()
                        && other.isPresent()
                        && !one.get()
                                .resetAfterAt()
                                .known()
                                .equals(other.get().resetBeforeAt().known());
        List<Entry> entries = new ArrayList<>();
        Set<String> fingerprints = new TreeSet<>(before.keySet());
        fingerprints.addAll(after.keySet());
        for (String fingerprint : fingerprints) {
            entries.add(entry(before.get(fingerprint), after.get(fingerprint), reset));
        }
        entries.sort(Comparator.comparingDouble((Entry entry) -> -timeMs(entry)));
        List<DiffCaveat> caveats = new ArrayList<>();
        if (nodes.size() == 2) {
            FigureDiff.otherServer(nodes.getFirst(), nodes.getLast()).ifPresent(caveats::add);
        }
        caveats.addAll(caveats(from, to, entries, reset));
        return delta(entries, caveats);
    }

    private static void take(Document document, Map<String, QueryStatistics> into) {
        if (document instanceof QueryStatistics query) {
            into.put(query.fingerprint(), query);
        }
    }

    private static Optional<QueryStatisticsInfo> info(SnapshotReader reader) {
        return reader.document(QueryStatisticsInfo.ABOUT).map(QueryStatisticsInfo.class::cast);
    }

    private static double timeMs(Entry entry) {
        return entry.delta() == null ? 0 : entry.delta().timeMs();
    }

    private static QueryDelta delta(List<Entry> entries, List<DiffCaveat> caveats) {
        long calls = 0;
        double timeMs = 0;
        long read = 0;
        long hit = 0;
        for (Entry entry : entries) {
            Cost cost = entry.delta();
            if (cost != null) {
                calls += cost.calls();
                timeMs += cost.timeMs();
                read += cost.blocksRead();
                hit += cost.blocksHit();
            }
        }
        return new QueryDelta(entries, calls, timeMs, read, hit, caveats);
    }

    /// Statements are subtracted one by one: one that only one side has was cut off or evicted as
    /// likely as it is new, so it counts only where the whole query is new.
    private static Entry entry(
            @Nullable QueryStatistics before, @Nullable QueryStatistics after, boolean reset) {
        QueryStatistics known = Objects.requireNonNull(after == null ? before : after);
        Double mean = before == null ? null : mean(before.total());
        if (after == null) {
            return new Entry(known.fingerprint(), known.text(), Status.GONE, null, mean, 0);
        }
        if (before == null) {
            Cost all = cost(after.total());
            return new Entry(known.fingerprint(), known.text(), Status.NEW, all, null, 0);
        }
        Map<Long, QueryCounters> old = new HashMap<>();
        before.members().forEach(member -> old.put(member.queryid(), member.counters()));
        if (reset) {
            return new Entry(known.fingerprint(), known.text(), Status.RESET, null, mean, 0);
        }
        Cost sum = new Cost(0, 0, 0, 0, 0);
        int matched = 0;
        for (QueryMember member : after.members()) {
            QueryCounters then = old.get(member.queryid());
            if (then != null && member.counters().calls() >= then.calls()) {
                sum = plus(sum, cost(member.counters()), cost(then));
                matched++;
            }
        }
        Set<Long> all = new HashSet<>(old.keySet());
        after.members().forEach(member -> all.add(member.queryid()));
        boolean less = after.total().calls() < before.total().calls();
        Status status = less ? Status.SHRANK : sum.calls() == 0 ? Status.FLAT : Status.GREW;
        return new Entry(
                known.fingerprint(),
                known.text(),
                status,
                matched == 0 ? null : sum,
                mean,
                all.size() - matched);
    }

    private static Cost plus(Cost sum, Cost now, Cost then) {
        return new Cost(
                sum.calls() + now.calls() - then.calls(),
                sum.timeMs() + now.timeMs() - then.timeMs(),
                sum.rows() + now.rows() - then.rows(),
                sum.blocksHit() + now.blocksHit() - then.blocksHit(),
                sum.blocksRead() + now.blocksRead() - then.blocksRead());
    }

    private static Cost cost(QueryCounters counters) {
        return new Cost(
                counters.calls(),
                counters.totalTimeMs(),
                counters.rows(),
                counters.sharedBlksHit(),
                counters.sharedBlksRead());
    }

    private static @Nullable Double mean(QueryCounters counters) {
        return counters.calls() == 0 ? null : counters.totalTimeMs() / counters.calls();
    }

    private List<DiffCaveat> caveats(
            SnapshotReader from, SnapshotReader to, List<Entry> entries, boolean reset) {
        List<DiffCaveat> caveats = new ArrayList<>();
        if (reset) {
            add(caveats, DiffCaveat.Code.RESET, "the statistics were reset in between");
        }
        Optional<QueryStatisticsInfo> one = info(from);
        Optional<QueryStatisticsInfo> other = info(to);
        if (one.isPresent() && other.isPresent()) {
            long evictions =
                    other.get().deallocAfter().known().orElse(0L)
                            - one.get().deallocBefore().known().orElse(0L);
            if (evictions > 0 && !reset) {
                add(
                        caveats,
                        DiffCaveat.Code.EVICTED,
                        "the server evicted statements "
                                + evictions
                                + " times in between: what is new or gone may have been there");
            }
            if (isTruncated(one.get()) || isTruncated(other.get())) {
                add(
                        caveats,
                        DiffCaveat.Code.TRUNCATED,
                        "not all statements were captured: figures are lower bounds");
            }
        }
        Instant begin = from.snapshot().takenAt();
        Instant end = to.snapshot().takenAt();
        Duration window = Duration.between(begin, end);
        if (window.compareTo(SHORT) < 0) {
            caveats.add(FigureDiff.shortWindow(window));
        }
        if (isWeekend(begin, end)) {
            add(
                    caveats,
                    DiffCaveat.Code.WEEKEND,
                    "at least half of the time between the snapshots is weekend");
        }
        oneOff(entries).ifPresent(caveats::add);
        return caveats;
    }

    private static void add(List<DiffCaveat> caveats, DiffCaveat.Code code, String message) {
        caveats.add(new DiffCaveat(code, message));
    }

    private static boolean isTruncated(QueryStatisticsInfo info) {
        return info.rows().known().orElse(0L) > info.rowCap();
    }

    /// {@return whether half of the hours are on a weekend's day}
    boolean isWeekend(Instant begin, Instant end) {
        long hours = Math.clamp(begin.until(end, ChronoUnit.HOURS), 1, 24 * 14);
        long quiet = 0;
        for (long hour = 0; hour < hours; hour++) {
            Instant at = begin.plus(Duration.ofHours(hour));
            if (weekend.contains(at.atZone(zone).getDayOfWeek())) {
                quiet++;
            }
        }
        return 2 * quiet >= hours;
    }

    private static Optional<DiffCaveat> oneOff(List<Entry> entries) {
        double all = entries.stream().mapToDouble(QueryDiff::timeMs).sum();
        return entries.stream()
                .filter(entry -> entry.delta() != null && entry.delta().calls() <= FEW_CALLS)
                .filter(entry -> timeMs(entry) >= MUCH * all && all >= HEAVY_MS)
                .findFirst()
                .map(entry ->
                        new DiffCaveat(
                                DiffCaveat.Code.ONE_OFF_HEAVY,
                                "a few calls of query "
                                        + entry.fingerprint()
                                        + " make up much of the time"));
    }
}
