package dev.dryrun.query.pattern;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlPlace;
import dev.dryrun.model.SqlWarning;
import dev.dryrun.model.StarColumns;
import dev.dryrun.pgquery.tree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Looks for what is slow or surprising in statements that run. Not safe for concurrent calls, as
/// the catalog is not.
public final class Patterns {

    /// More than anybody reads at once.
    private static final int FOUND_MAX = 50;

    private static final List<PatternRule> ALL =
            List.of(
                    new BetweenTimestamps(),
                    new CartesianJoin(),
                    new CountAll(),
                    new DmlWithoutWhere(),
                    new EqualsNull(),
                    new ImplicitCast(),
                    new IndexedColumnWrapped(),
                    new LeadingWildcard(),
                    new NotInNullable(),
                    new OffsetPaging(),
                    new OrderByRandom(),
                    new PartitionKeyNotFiltered(),
                    new PartitionKeyUpdated(),
                    new PartitionKeyWrapped(),
                    new ProceduralBody(),
                    new SelectStar(),
                    new Unbounded());

    private final Figures figures;
    private final List<PatternRule> rules;

    /// Makes one.
    ///
    /// @param catalog says how large tables are
    /// @param disabled rules that do not run
    /// @param minSeverity rules whose warnings matter less do not run; null means all do
    public Patterns(Catalog catalog, Set<RuleId> disabled, @Nullable Severity minSeverity) {
        this.figures = new Figures(catalog);
        this.rules =
                ALL.stream()
                        .filter(rule -> !disabled.contains(rule.rule().id()))
                        .filter(rule ->
                                minSeverity == null
                                        || rule.rule().severity().compareTo(minSeverity) >= 0)
                        .toList();
    }

    /// {@return the ids of all rules, in order}
    public static List<RuleId> ids() {
        return ALL.stream().map(rule -> rule.rule().id()).toList();
    }

    /// {@return every rule, by id}
    static List<PatternRule> rules() {
        return ALL;
    }

    /// {@return what the rules say of a statement, in the order of places}
    ///
    /// @param statement valid
    /// @param meanings what its names mean
    /// @param places turns bytes of the text that was parsed into places
    public List<SqlWarning> warnings(
            Node statement, Meanings meanings, IntFunction<SqlPlace> places) {
        StatementView view = new StatementView(statement, meanings, figures);
        List<SqlWarning> found = new ArrayList<>();
        for (PatternRule rule : rules) {
            QueryRule about = rule.rule();
            rule.check(
                    view,
                    (location, message, hint) ->
                            found.add(
                                    new SqlWarning(
                                            about.id(),
                                            about.severity(),
                                            message,
                                            location < 0 ? null : places.apply(location),
                                            hint)));
        }
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Patterns::position).thenComparing(SqlWarning::rule))
                .limit(FOUND_MAX)
                .toList();
    }

    private static int position(SqlWarning warning) {
        SqlPlace place = warning.place();
        return place == null ? 0 : place.position();
    }

    /// {@return what the stars of a statement stand for, each by the items of FROM}
    ///
    /// @param statement valid
    /// @param meanings what its names mean
    public static List<StarColumns> stars(Node statement, Meanings meanings) {
        return Stars.of(statement, meanings);
    }
}
