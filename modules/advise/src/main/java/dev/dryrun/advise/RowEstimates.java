package dev.dryrun.advise;

import dev.dryrun.advise.Condition.Kind;
import dev.dryrun.model.Advice;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.model.StatisticsObject;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The planner expected ten times as many rows as came, or a tenth: what it chose above may be
/// wrong. Said where the error begins.
///
/// @param context what else is known
record RowEstimates(PlanContext context) implements PlanRule {

    private static final double FACTOR_MIN = 10;
    private static final double ROWS_MIN = 1_000;
    private static final double STALE = 0.1;

    private static final String[] JUDGED = {
        "Seq Scan",
        "Index Scan",
        "Index Only Scan",
        "Bitmap Heap Scan",
        "Tid Scan",
        "Function Scan",
        "Hash Join",
        "Merge Join",
        "Nested Loop",
        "Aggregate",
        "Group"
    };

    @Override
    public void look(Place place, List<Advice> found) {
        if (isWrong(place)
                && place.node().children().stream()
                        .noneMatch(child -> isWrongBelow(new Place(child, place, place.plan())))) {
            found.add(advice(place));
        }
    }

    private static boolean isWrongBelow(Place place) {
        return isWrong(place)
                || place.node().children().stream()
                        .anyMatch(child -> isWrongBelow(new Place(child, place, place.plan())));
    }

    private static boolean isWrong(Place place) {
        PlanNode node = place.node();
        if (!node.is(JUDGED) || node.actualLoops().orElse(0) < 1 || node.planRows().isEmpty()) {
            return false;
        }
        double planned = Math.max(1, node.planRows().getAsDouble());
        double actual = Math.max(1, node.actualRows().orElse(0));
        boolean stopped = actual < planned && place.mayStopEarly();
        boolean plain = "Plain".equals(node.text("Strategy"));
        return !stopped
                && !plain
                && Math.max(planned, actual) >= ROWS_MIN
                && factor(planned, actual) >= FACTOR_MIN;
    }

    private static double factor(double planned, double actual) {
        return planned > actual ? planned / actual : actual / planned;
    }

    private Advice advice(Place place) {
        PlanNode node = place.node();
        double planned = Math.max(1, node.planRows().orElse(1));
        double actual = Math.max(1, node.actualRows().orElse(0));
        String message =
                "the planner expected "
                        + Figures.rows(planned)
                        + " and got "
                        + Figures.count(node.actualRows().orElse(0))
                        + ", "
                        + Figures.factor(factor(planned, actual))
                        + " times "
                        + (planned > actual ? "fewer" : "as many")
                        + ": what it chose above may be wrong";
        Table table = context.relations().table(node.schema(), node.relationName()).orElse(null);
        Remedy remedy = table == null ? general(node) : ofScan(node, table);
        return new Advice(
                AdviceRules.ROW_ESTIMATE,
                Severity.WARNING,
                node.title(),
                table == null ? null : table.name(),
                message,
                remedy.words(),
                condition(node),
                remedy.ddl(),
                null);
    }

    /// What mends it.
    private record Remedy(String words, @Nullable String ddl) {}

    private static Remedy general(PlanNode node) {
        if (node.is("Function Scan")) {
            return new Remedy("tell the planner how many: ALTER FUNCTION … ROWS n", null);
        }
        return node.is("Aggregate", "Group")
                ? new Remedy(
                        "analyse the tables; for groups of several columns of one table,"
                                + " CREATE STATISTICS (ndistinct) on them",
                        null)
                : new Remedy(
                        "analyse the joined tables; where values are unevenly shared out, raise"
                                + " the statistics target of the join columns",
                        null);
    }

    private Remedy ofScan(PlanNode node, Table table) {
        TableFacts facts = context.relations().facts(table);
        String name = table.name().sql();
        String analyze = "ANALYZE " + name + ";";
        if (facts.neverAnalyzed()) {
            return new Remedy("analyse the table: nobody has yet", analyze);
        }
        if (facts.staleness().orElse(0) >= STALE) {
            return new Remedy(
                    "analyse the table: "
                            + Figures.share(facts.staleness().orElse(0))
                            + " of its rows changed since the last time",
                    analyze);
        }
        List<Condition> conditions = new ArrayList<>();
        for (String property : List.of("Index Cond", "Filter")) {
            Node expression = context.expressions().expression(node.text(property));
            conditions.addAll(Conditions.of(expression, table, context.own(node)));
        }
        for (Condition condition : conditions) {
            String key = condition.left() == null ? null : Expressions.key(condition.left());
            if (condition.kind() == Kind.WRAPPED && key != null) {
                return new Remedy(
                        "tell the planner about the expression: " + key,
                        statistics(table, condition.column() + "_expression", "", key) + analyze);
            }
        }
        List<String> columns =
                conditions.stream()
                        .filter(Condition::isOrdered)
                        .map(condition -> String.valueOf(condition.column()))
                        .distinct()
                        .toList();
        if (columns.size() > 1 && !isCovered(table, columns)) {
            String list =
                    columns.stream().map(SqlIdentifier::quote).collect(Collectors.joining(", "));
            return new Remedy(
                    "tell the planner that " + list + " go together",
                    statistics(
                                    table,
                                    String.join("_", columns),
                                    " (dependencies, ndistinct, mcv)",
                                    list)
                            + analyze);
        }
        return new Remedy(
                "analyse the table, with a greater statistics target if that is not enough",
                analyze);
    }

    private static String statistics(Table table, String words, String kinds, String on) {
        String name = table.name().name() + "_" + words;
        String own = name.length() > 60 ? name.substring(0, 60) : name;
        return "CREATE STATISTICS "
                + new QualifiedName(table.name().schema(), own).sql()
                + kinds
                + " ON "
                + on
                + " FROM "
                + table.name().sql()
                + ";\n";
    }

    private static boolean isCovered(Table table, List<String> columns) {
        Set<String> wanted = new HashSet<>(columns);
        return table.statistics().stream()
                .map(StatisticsObject::columns)
                .anyMatch(have -> Set.copyOf(have).containsAll(wanted));
    }

    private static @Nullable String condition(PlanNode node) {
        for (String property :
                List.of("Filter", "Index Cond", "Hash Cond", "Merge Cond", "Join Filter")) {
            String condition = node.text(property);
            if (condition != null) {
                return condition;
            }
        }
        return null;
    }
}
