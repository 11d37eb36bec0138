package dev.dryrun.advise;

import dev.dryrun.advise.Condition.Kind;
import dev.dryrun.advise.ExistingIndexes.Match;
import dev.dryrun.model.Advice;
import dev.dryrun.model.Index;
import dev.dryrun.model.IndexSuggestion;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.tree.BoolExpr;
import dev.dryrun.pgquery.tree.BoolExprType;
import dev.dryrun.pgquery.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Advises the index that a need calls for, or says why the one that is there does not serve it.
///
/// @param relations what was captured
/// @param expressions reads definitions
/// @param trigrams whether the database has `pg_trgm`
record IndexAdvice(Relations relations, PlanExpressions expressions, boolean trigrams) {

    private static final double STALE = 0.1;
    private static final double USEFUL = 0.02;

    /// Where advice comes from.
    ///
    /// @param node the node's title; null without a plan
    /// @param message what hurts, as [Advice#message]
    /// @param detail the condition as the plan or the query has it
    /// @param severity how much it matters
    record Cause(
            @Nullable String node, String message, @Nullable String detail, Severity severity) {}

    /// {@return what to do; empty when nothing would help, or the planner is right}
    List<Advice> of(Need need, Cause cause) {
        Optional<IndexDesign> design = new IndexDesigner(need).design();
        if (design.isPresent()) {
            return designed(need, design.get(), cause).stream().toList();
        }
        List<Advice> wrapped = wrapped(need, cause).stream().toList();
        return wrapped.isEmpty() ? alternatives(need, cause) : wrapped;
    }

    private Optional<Advice> designed(Need need, IndexDesign design, Cause cause) {
        Condition first = design.keys().getFirst().by();
        if (first != null
                && first.kind() == Kind.WRAPPED
                && ExistingIndexes.leads(need, first.column())
                && Wrapped.isAvoidable(first)) {
            return wrapped(need, cause);
        }
        Optional<Match> match = new ExistingIndexes(expressions).match(need, design);
        return match.isEmpty()
                ? Optional.of(missing(need, design, cause))
                : present(need, design, match.get(), cause);
    }

    private Advice missing(Need need, IndexDesign design, Cause cause) {
        IndexStatement statement = new IndexStatement(relations.catalog());
        IndexSuggestion suggestion = statement.suggestion(need, design);
        String ddl = statement.ddl(need, design);
        String keys = String.join(", ", suggestion.keys());
        String kind =
                design.method().equals("btree") ? "an index" : "a " + design.method() + " index";
        String recommendation = "create " + kind + " on (" + keys + ")";
        if (!design.include().isEmpty()) {
            recommendation += " including (" + String.join(", ", design.include()) + ")";
        }
        if (design.predicate() != null) {
            recommendation += " where " + design.predicate();
        }
        if (need.facts().table().isPartitioned()) {
            recommendation += ", partition by partition: CONCURRENTLY does not work on the parent";
        }
        List<Index> redundant = ExistingIndexes.redundant(need, design);
        if (!redundant.isEmpty()) {
            recommendation +=
                    redundant.stream()
                            .map(Index::name)
                            .collect(Collectors.joining(", ", "; it makes ", " superfluous"));
        }
        boolean needsExtension = keys.contains("gin_trgm_ops") && !trigrams;
        return new Advice(
                AdviceRules.INDEX_MISSING,
                cause.severity(),
                cause.node(),
                need.facts().table().name(),
                cause.message(),
                needsExtension
                        ? recommendation + "; it needs the extension pg_trgm"
                        : recommendation,
                cause.detail(),
                needsExtension ? "CREATE EXTENSION IF NOT EXISTS pg_trgm;\n" + ddl : ddl,
                suggestion);
    }

    private Optional<Advice> present(Need need, IndexDesign design, Match match, Cause cause) {
        QualifiedName table = need.facts().table().name();
        Index index = match.index();
        QualifiedName name = new QualifiedName(table.schema(), index.name());
        return switch (match.obstacle()) {
            case INVALID ->
                    Optional.of(
                            new Advice(
                                    AdviceRules.INDEX_INVALID,
                                    Severity.WARNING,
                                    cause.node(),
                                    table,
                                    cause.message()
                                            + "; the index "
                                            + index.name()
                                            + " would serve it but is invalid:"
                                            + " its build did not finish",
                                    "rebuild it; until then it costs writes and serves no reads",
                                    cause.detail(),
                                    "REINDEX INDEX CONCURRENTLY " + name.sql() + ";",
                                    null));
            case PREDICATE ->
                    Optional.of(
                            other(
                                    need,
                                    design,
                                    cause,
                                    AdviceRules.INDEX_PREDICATE,
                                    "; the index "
                                            + index.name()
                                            + " is partial, and the query does not say "
                                            + index.predicate().known().orElse("its predicate"),
                                    "add the predicate to the query if it may, else "));
            case OPERATOR_CLASS ->
                    Optional.of(
                            other(
                                    need,
                                    design,
                                    cause,
                                    AdviceRules.INDEX_OPERATOR_CLASS,
                                    "; the index "
                                            + index.name()
                                            + " sorts by a collation, which LIKE cannot use",
                                    ""));
            case NONE -> notUsed(need, index, cause);
        };
    }

    private Advice other(
            Need need, IndexDesign design, Cause cause, RuleId rule, String why, String first) {
        Advice made = missing(need, design, cause);
        return new Advice(
                rule,
                made.severity(),
                made.node(),
                made.table(),
                made.message() + why,
                first + made.recommendation(),
                made.detail(),
                made.ddl(),
                made.index());
    }

    /// The planner knew the index and did not take it. It is right unless it was misinformed.
    private Optional<Advice> notUsed(Need need, Index index, Cause cause) {
        TableFacts facts = need.facts();
        String table = facts.table().name().sql();
        boolean few = need.keptShare().orElse(1) <= USEFUL;
        if (cause.node() == null || !few) {
            return Optional.empty();
        }
        boolean stale = facts.staleness().orElse(0) >= STALE;
        if (facts.neverAnalyzed() || stale) {
            String why =
                    facts.neverAnalyzed()
                            ? "the table was never analysed"
                            : Figures.share(facts.staleness().orElse(0))
                                    + " of its rows changed since the last ANALYZE";
            return Optional.of(
                    notUsed(
                            need,
                            index,
                            cause,
                            why,
                            "analyse the table",
                            "ANALYZE " + table + ";"));
        }
        return Optional.of(
                notUsed(
                        need,
                        index,
                        cause,
                        "the planner takes it for dearer than reading everything",
                        "check random_page_cost, effective_cache_size and enable_indexscan,"
                                + " and that both sides of the comparison have one type",
                        null));
    }

    private static Advice notUsed(
            Need need,
            Index index,
            Cause cause,
            String why,
            String recommendation,
            @Nullable String ddl) {
        return new Advice(
                AdviceRules.INDEX_NOT_USED,
                Severity.WARNING,
                cause.node(),
                need.facts().table().name(),
                cause.message() + "; the index " + index.name() + " was not used: " + why,
                recommendation,
                cause.detail(),
                ddl,
                null);
    }

    /// A function or a cast hides a column that is indexed, or could be.
    private static Optional<Advice> wrapped(Need need, Cause cause) {
        for (Condition condition : need.conditions()) {
            if (condition.kind() == Kind.WRAPPED
                    && need.keptShare().orElse(1) <= IndexDesigner.SHARE_MAX) {
                boolean indexed = ExistingIndexes.leads(need, condition.column());
                String hidden =
                        "; "
                                + Wrapped.words(condition)
                                + " hides the column "
                                + condition.column()
                                + (indexed ? " from its index" : ", so that no index can serve it");
                return Optional.of(
                        new Advice(
                                AdviceRules.WRAPPED_COLUMN,
                                cause.severity(),
                                cause.node(),
                                need.facts().table().name(),
                                cause.message() + hidden,
                                Wrapped.rewrite(condition)
                                        + (indexed ? "" : "; then index " + condition.column()),
                                cause.detail(),
                                null,
                                null));
            }
        }
        return Optional.empty();
    }

    /// Each side of an OR needs an index of its own, or none of them helps.
    private List<Advice> alternatives(Need need, Cause cause) {
        List<Advice> advice = new ArrayList<>();
        if (need.keptShare().orElse(1) > IndexDesigner.SHARE_MAX) {
            return advice;
        }
        for (Condition condition : need.conditions()) {
            if (!(condition.whole() instanceof BoolExpr or)
                    || or.boolop() != BoolExprType.OR_EXPR) {
                continue;
            }
            for (Node side : or.args()) {
                List<Condition> own = Conditions.of(side, need.facts().table(), _ -> true);
                Need alone =
                        new Need(
                                need.facts(),
                                own,
                                List.of(),
                                false,
                                need.rowsRead(),
                                need.keptShare(),
                                null);
                Optional<IndexDesign> design = new IndexDesigner(alone).design();
                if (design.isEmpty()) {
                    return List.of();
                }
                Optional<Match> match = new ExistingIndexes(expressions).match(alone, design.get());
                if (match.isEmpty()) {
                    String message = cause.message() + "; every side of the OR needs an index";
                    advice.add(
                            missing(
                                    alone,
                                    design.get(),
                                    new Cause(
                                            cause.node(),
                                            message,
                                            cause.detail(),
                                            cause.severity())));
                }
            }
        }
        return advice;
    }
}
