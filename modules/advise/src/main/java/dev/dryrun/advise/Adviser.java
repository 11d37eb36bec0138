package dev.dryrun.advise;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.Advice;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.RuleId;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.query.QueryCheck;
import dev.dryrun.query.QuerySettings;
import dev.dryrun.query.ReadStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Advises what to do about a slow plan or query, from the captured schema, statistics and
/// activity.
///
/// What it does not know it does not assume: a table that was not captured gets no advice of its
/// own, and a figure that is missing is said to be. Not safe for concurrent calls, as the catalog
/// is not.
public final class Adviser {

    private final PgQuery parser;
    private final Catalog catalog;
    private final QueryCheck names;
    private final QuerySettings settings;

    /// Makes one.
    ///
    /// @param parser reads expressions
    /// @param catalog what was captured
    /// @param names finds what the names in plans stand for, in the same catalog
    /// @param settings which rules give advice
    public Adviser(PgQuery parser, Catalog catalog, QueryCheck names, QuerySettings settings) {
        this.parser = parser;
        this.catalog = catalog;
        this.names = names;
        this.settings = settings;
    }

    /// {@return the ids of the rules that give advice, in the order of `docs/reference/advice.md`}
    public static List<RuleId> rules() {
        return AdviceRules.ALL;
    }

    /// {@return what is advised about a plan: the gravest first, then in the plan's order}
    ///
    /// @param plan as EXPLAIN gave it; with ANALYZE more can be said
    public List<Advice> ofPlan(Plan plan) {
        PlanExpressions expressions = new PlanExpressions(parser);
        Relations relations = new Relations(catalog, names);
        IndexAdvice indexes = new IndexAdvice(relations, expressions, trigrams());
        PlanContext context = new PlanContext(plan, relations, expressions, indexes);
        List<PlanRule> rules =
                List.of(
                        new ScanNeeds(context),
                        new JoinNeeds(context),
                        new OrderedNeeds(context),
                        new RowEstimates(context),
                        new Spills(context),
                        new Visits(context),
                        new Pruning(context),
                        new Ctes(),
                        new Work(context));
        List<Advice> found = new ArrayList<>();
        look(new Place(plan.root(), null, plan), rules, found);
        rules.forEach(rule -> rule.end(found));
        return ordered(found);
    }

    /// {@return what is advised about a query from its structure alone: indexes for conditions that
    /// none serves, on tables that are large enough for it to matter}
    ///
    /// @param statements as they were read; those that do not parse get no advice
    public List<Advice> ofQuery(List<ReadStatement> statements) {
        PlanExpressions expressions = new PlanExpressions(parser);
        Relations relations = new Relations(catalog, names);
        QueryNeeds needs =
                new QueryNeeds(relations, new IndexAdvice(relations, expressions, trigrams()));
        List<Advice> found = new ArrayList<>();
        statements.forEach(statement -> found.addAll(needs.of(statement)));
        return ordered(found);
    }

    private static void look(Place place, List<PlanRule> rules, List<Advice> found) {
        rules.forEach(rule -> rule.look(place, found));
        place.node()
                .children()
                .forEach(child -> look(new Place(child, place, place.plan()), rules, found));
    }

    private boolean trigrams() {
        return catalog.named("pg_trgm").stream()
                .anyMatch(ref -> ref.kind() == ObjectKind.EXTENSION);
    }

    /// What is wanted, the gravest first; what is said twice is said once.
    private List<Advice> ordered(List<Advice> found) {
        Set<String> said = new HashSet<>();
        return found.stream()
                .filter(advice -> settings.wants(advice.rule(), advice.severity()))
                .filter(advice -> said.add(advice.rule() + advice.message() + advice.ddl()))
                .sorted(Comparator.comparing(Advice::severity).reversed())
                .toList();
    }
}
