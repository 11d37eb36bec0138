package dev.dryrun.advise;

import dev.dryrun.model.Advice;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Work beside the rows: compilation, workers that did not come, triggers, rows that OFFSET throws
/// away.
///
/// @param context what else is known
record Work(PlanContext context) implements PlanRule {

    private static final double TIME_SHARE_MIN = 0.25;
    private static final double JIT_MS_MIN = 50;
    private static final double TRIGGER_MS_MIN = 10;
    private static final double OFFSET_MIN = 10_000;
    private static final double OFFSET_FACTOR_MIN = 10;

    @Override
    public void look(Place place, List<Advice> found) {
        PlanNode node = place.node();
        if (place.parent() == null) {
            jit(found);
            context.plan().triggers().forEach(trigger -> trigger(trigger, found));
        }
        if (node.is("Gather", "Gather Merge")) {
            workers(node, found);
        }
        if (node.is("Limit")) {
            offset(node, found);
        }
    }

    private void jit(List<Advice> found) {
        Plan.Jit jit = context.plan().jit();
        OptionalDouble compiled = jit == null ? OptionalDouble.empty() : jit.totalTimeMs();
        double whole = context.plan().executionTimeMs().orElse(0);
        if (jit == null
                || compiled.orElse(0) < JIT_MS_MIN
                || compiled.orElse(0) < whole * TIME_SHARE_MIN) {
            return;
        }
        found.add(
                new Advice(
                        AdviceRules.JIT,
                        Severity.WARNING,
                        null,
                        null,
                        "compiling "
                                + jit.functions()
                                + " functions took "
                                + Figures.count(compiled.orElse(0))
                                + " of "
                                + Figures.count(whole)
                                + " ms",
                        "raise jit_above_cost, or SET jit = off for this query",
                        null,
                        null,
                        null));
    }

    private static void workers(PlanNode node, List<Advice> found) {
        double planned = node.number("Workers Planned").orElse(0);
        OptionalDouble launched = node.number("Workers Launched");
        if (launched.isPresent() && launched.getAsDouble() < planned) {
            found.add(
                    new Advice(
                            AdviceRules.WORKERS,
                            Severity.WARNING,
                            node.title(),
                            null,
                            "of "
                                    + Figures.count(planned)
                                    + " parallel workers that were planned "
                                    + Figures.count(launched.getAsDouble())
                                    + " came",
                            "raise max_parallel_workers and max_worker_processes, or lower"
                                    + " max_parallel_workers_per_gather",
                            null,
                            null,
                            null));
        }
    }

    private static void offset(PlanNode node, List<Advice> found) {
        PlanNode child = node.outer();
        double kept = node.allRows().orElse(0);
        double read = child == null ? 0 : child.allRows().orElse(0);
        double skipped = read - kept;
        if (skipped >= OFFSET_MIN && skipped >= kept * OFFSET_FACTOR_MIN) {
            found.add(
                    new Advice(
                            AdviceRules.OFFSET,
                            Severity.WARNING,
                            node.title(),
                            null,
                            "OFFSET makes "
                                    + Figures.rows(skipped)
                                    + " and throws them away to show "
                                    + Figures.count(kept),
                            "page by key: WHERE (sort columns) > (the last row's), with no OFFSET",
                            null,
                            null,
                            null));
        }
    }

    private void trigger(Plan.FiredTrigger trigger, List<Advice> found) {
        double ms = trigger.timeMs().orElse(0);
        double whole = context.plan().executionTimeMs().orElse(0);
        if (ms < TRIGGER_MS_MIN || ms < whole * TIME_SHARE_MIN) {
            return;
        }
        String message =
                "the trigger "
                        + trigger.name()
                        + " took "
                        + Figures.count(ms)
                        + " of "
                        + Figures.count(whole)
                        + " ms in "
                        + Figures.count((double) trigger.calls())
                        + " calls";
        for (Table table : referencing(trigger.name())) {
            found.add(foreignKey(table, trigger.name(), message));
            return;
        }
        found.add(
                new Advice(
                        AdviceRules.TRIGGERS,
                        Severity.WARNING,
                        context.plan().root().title(),
                        null,
                        message,
                        "see what it does for each row; one FOR EACH STATEMENT is called once",
                        null,
                        null,
                        null));
    }

    /// {@return the tables with a foreign key of that name whose columns lead no index: each row
    /// that goes from the other side makes the server read them whole}
    private List<Table> referencing(String constraint) {
        List<Table> tables = new ArrayList<>();
        context.relations()
                .catalog()
                .forEachTable(table ->
                        table.constraints().stream()
                                .filter(it ->
                                        it.name().equals(constraint) && it.references() != null)
                                .filter(it -> !isLed(table, it))
                                .findFirst()
                                .ifPresent(_ -> tables.add(table)));
        return tables;
    }

    private static boolean isLed(Table table, Constraint key) {
        return table.indexes().stream()
                .anyMatch(index ->
                        index.valid()
                                && index.keys().size() >= key.columns().size()
                                && index.keys().subList(0, key.columns().size()).stream()
                                        .allMatch(it -> key.columns().contains(it.column())));
    }

    private Advice foreignKey(Table table, String constraint, String message) {
        List<Condition> conditions = new ArrayList<>();
        table.constraints().stream()
                .filter(it -> it.name().equals(constraint))
                .flatMap(it -> it.columns().stream())
                .forEach(column ->
                        conditions.addAll(
                                Conditions.of(
                                        context.expressions()
                                                .expression(SqlIdentifier.quote(column) + " = $1"),
                                        table,
                                        _ -> true)));
        Need need =
                new Need(
                        context.relations().facts(table),
                        conditions,
                        List.of(),
                        false,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        null);
        IndexAdvice.Cause cause =
                new IndexAdvice.Cause(
                        context.plan().root().title(),
                        message + ", each through all of " + table.name().display(),
                        null,
                        Severity.WARNING);
        return context.indexes().of(need, cause).stream()
                .findFirst()
                .orElseGet(() ->
                        new Advice(
                                AdviceRules.TRIGGERS,
                                Severity.WARNING,
                                context.plan().root().title(),
                                table.name(),
                                message,
                                "index the columns of the foreign key " + constraint,
                                null,
                                null,
                                null));
    }
}
