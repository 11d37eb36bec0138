package dev.dryrun.advise;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.catalog.NodeActivity;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.IndexStatistics;
import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.NodeView;
import dev.dryrun.model.Reading;
import dev.dryrun.model.StatisticsRow;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableActivity;
import dev.dryrun.model.TableStatistics;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was captured of one table. What was not is empty, never zero.
///
/// @param table its definition
/// @param statistics the planner's; null when none were captured
/// @param activity what happened to it on each node
/// @param nodes what each node says of itself
record TableFacts(
        Table table,
        @Nullable TableStatistics statistics,
        List<NodeActivity> activity,
        Map<String, NodeStatistics> nodes) {

    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    /// As PostgreSQL writes a time stamp.
    private static final DateTimeFormatter TIMESTAMP =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendPattern("[ ]['T']")
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendOffset("+HH:mm", "+00")
                    .toFormatter(Locale.ROOT);

    static TableFacts of(Table table, Catalog catalog) {
        return new TableFacts(
                table,
                catalog.statistics(table.name()).orElse(null),
                catalog.activity(table.name()),
                catalog.nodes());
    }

    /// {@return how many rows it has; empty when nobody knows}
    OptionalDouble rows() {
        return number(statistics == null ? Optional.empty() : statistics.reltuples().known());
    }

    /// {@return the planner's statistics of a column, with its descendants' where it has no rows of
    /// its own}
    Optional<ColumnStatistics> column(String name) {
        return statistics == null
                ? Optional.empty()
                : statistics.columns().stream()
                        .filter(column -> column.column().equals(name))
                        .filter(column -> column.nullFraction().known().isPresent())
                        .min(
                                Comparator.comparing(
                                        column -> column.inherited() != table.isPartitioned()));
    }

    /// {@return the share of rows in which a column is NULL}
    OptionalDouble nullFraction(String column) {
        return number(column(column).flatMap(it -> it.nullFraction().known()));
    }

    /// {@return how many different values a column has}
    OptionalDouble distinct(String column) {
        OptionalDouble known = number(column(column).flatMap(it -> it.distinct().known()));
        if (known.isEmpty() || known.getAsDouble() >= 0) {
            return known;
        }
        return rows().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(-known.getAsDouble() * rows().getAsDouble());
    }

    /// {@return the width of a column's values}
    OptionalDouble widthBytes(String column) {
        return number(
                column(column)
                        .flatMap(it -> it.averageWidthBytes().known())
                        .map(Integer::doubleValue));
    }

    /// {@return the statistics of an index}
    Optional<IndexStatistics> index(String name) {
        return statistics == null ? Optional.empty() : statistics.index(name);
    }

    /// {@return the share of pages that an index-only scan need not look at}
    OptionalDouble allVisible() {
        if (statistics == null) {
            return OptionalDouble.empty();
        }
        Optional<Long> pages = statistics.relpages().known().filter(count -> count > 0);
        Optional<Long> visible = statistics.allVisiblePages().known();
        return pages.isEmpty() || visible.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) visible.get() / pages.get());
    }

    /// {@return the share of rows that were changed since the last ANALYZE, on the node where it is
    /// greatest; empty when no activity was captured}
    OptionalDouble staleness() {
        OptionalDouble most = OptionalDouble.empty();
        for (NodeActivity node : activity) {
            Optional<Long> changed = node.activity().modSinceAnalyze().known();
            Optional<Long> live = node.activity().liveTup().known().filter(count -> count > 0);
            if (changed.isPresent() && live.isPresent()) {
                double share = (double) changed.get() / live.get();
                most = OptionalDouble.of(Math.max(most.orElse(0), share));
            }
        }
        return most;
    }

    /// {@return whether it is known that nobody has analysed it}
    boolean neverAnalyzed() {
        return statistics != null && statistics.columns().isEmpty();
    }

    /// {@return rows written a day, on the node that wrote most}
    Reading<Long> writesPerDay() {
        return perDay(
                counted -> sum(List.of(counted.tupIns(), counted.tupUpd(), counted.tupDel())));
    }

    /// {@return updates a day that touched no index, on the node that had most}
    Reading<Long> hotUpdatesPerDay() {
        return perDay(counted -> counted.tupHotUpd().known());
    }

    private Reading<Long> perDay(Function<TableActivity, Optional<Long>> count) {
        List<Long> rates = new ArrayList<>();
        for (NodeActivity node : activity) {
            Optional<Long> counted = count.apply(node.activity());
            Optional<Instant> since = countedSince(node.label());
            if (counted.isPresent() && since.isPresent()) {
                double ms = Duration.between(since.get(), node.takenAt()).toMillis();
                if (ms >= DAY_MS / 24) {
                    rates.add(Math.round(counted.get() * DAY_MS / ms));
                }
            }
        }
        return rates.stream()
                .max(Comparator.naturalOrder())
                .<Reading<Long>>map(Reading::estimated)
                .orElse(Reading.absent(Reading.Reason.NOT_CAPTURED));
    }

    /// Counters that were never reset are older than the server's start: the rate is then too high.
    private Optional<Instant> countedSince(String label) {
        NodeStatistics node = nodes.get(label);
        Reading<List<StatisticsRow>> rows = node == null ? null : node.rows(NodeView.DATABASE);
        return rows == null
                ? Optional.empty()
                : rows.known().stream()
                        .flatMap(List::stream)
                        .findFirst()
                        .flatMap(row -> row.text("stats_reset"))
                        .flatMap(TableFacts::instant)
                        .or(() -> Optional.ofNullable(node).map(NodeStatistics::startedAt));
    }

    /// {@return a time stamp as the server writes it; empty when it is none}
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, TIMESTAMP).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> sum(List<Reading<Long>> readings) {
        long sum = 0;
        for (Reading<Long> reading : readings) {
            Optional<Long> known = reading.known();
            if (known.isEmpty()) {
                return Optional.empty();
            }
            sum += known.get();
        }
        return Optional.of(sum);
    }

    private static OptionalDouble number(Optional<Double> known) {
        return known.isPresent() ? OptionalDouble.of(known.get()) : OptionalDouble.empty();
    }
}
