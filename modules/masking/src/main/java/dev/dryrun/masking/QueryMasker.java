package dev.dryrun.masking;

import dev.dryrun.model.CapturedQuery;
import dev.dryrun.model.QueryMember;
import dev.dryrun.model.QueryStatistics;
import dev.dryrun.model.QueryStatisticsInfo;
import dev.dryrun.pgquery.PgQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes normalised queries of raw statements: constants become parameters, comments go, and
/// statements that differ in nothing else become one.
///
/// What cannot be normalised for certain is dropped and counted. Takes the statements of one
/// capture; not safe for concurrent calls.
public final class QueryMasker {

    private static final Comparator<String> SIMPLEST_FIRST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Supplier<PgQuery> parser;
    private @Nullable NormalizedText normalizer;
    private final SortedMap<String, Group> groups = new TreeMap<>();
    private long dropped;

    /// Makes one for one capture.
    ///
    /// @param parser gives what understands the statements, once and with the first of them: many a
    ///   server keeps none, and loading the parser takes longer than asking
    public QueryMasker(Supplier<PgQuery> parser) {
        this.parser = parser;
    }

    private record Group(List<String> texts, List<QueryMember> members) {}

    /// Takes a statement.
    ///
    /// @param query raw; its id comes once
    public void add(CapturedQuery query) {
        if (normalizer == null) {
            normalizer = new NormalizedText(parser.get());
        }
        Optional<NormalizedText.Normalized> normalized = normalizer.of(query.text());
        if (normalized.isEmpty()) {
            dropped++;
            return;
        }
        Group group =
                groups.computeIfAbsent(
                        normalized.get().fingerprint(),
                        _ -> new Group(new ArrayList<>(), new ArrayList<>()));
        group.texts.add(normalized.get().text());
        group.members.add(query.member());
    }

    /// {@return the queries that the statements are, by fingerprint}
    public List<Masked<QueryStatistics>> queries() {
        List<Masked<QueryStatistics>> queries = new ArrayList<>();
        groups.forEach((fingerprint, group) ->
                queries.add(
                        new Masked<>(
                                new QueryStatistics(
                                        fingerprint,
                                        group.texts.stream().min(SIMPLEST_FIRST).orElseThrow(),
                                        group.members),
                                0)));
        return queries;
    }

    /// {@return how they were read, with those counted that were dropped here}
    ///
    /// @param info as captured
    public Masked<QueryStatisticsInfo> mask(QueryStatisticsInfo info) {
        return new Masked<>(info.dropping(dropped), 0);
    }
}
