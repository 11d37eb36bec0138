package dev.dryrun.advise;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonBoolean;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A node of a plan.
///
/// Its properties have the names and shapes that `EXPLAIN (FORMAT JSON)` gives them (`Node Type`,
/// `Plan Rows`, `Sort Key` …), whichever form was read; nothing that JSON says is left out. Figures
/// of an execution are averages of its loops, as the server gives them.
///
/// @param properties without `Plans`
/// @param children what stood there, in order
public record PlanNode(JsonObject properties, List<PlanNode> children) {

    public PlanNode {
        children = List.copyOf(children);
    }

    /// {@return what kind of node it is, such as `Seq Scan`, `Nested Loop`, `Aggregate`}
    public String nodeType() {
        String type = text("Node Type");
        return type == null ? "" : type;
    }

    /// {@return whether it is of one of some kinds}
    ///
    /// @param types such as `Sort`
    public boolean is(String... types) {
        return List.of(types).contains(nodeType());
    }

    /// {@return what it is to its parent: `Outer`, `Inner`, `Member`, `InitPlan`, `SubPlan`,
    /// `Subquery`; null for the root}
    public @Nullable String parentRelationship() {
        return text("Parent Relationship");
    }

    /// {@return the relation it reads or writes; null when there is none}
    public @Nullable String relationName() {
        return text("Relation Name");
    }

    /// {@return that relation's schema; null when EXPLAIN was not VERBOSE}
    public @Nullable String schema() {
        return text("Schema");
    }

    /// {@return what the query calls the relation; its own name where it gives no other}
    public @Nullable String alias() {
        return text("Alias");
    }

    /// {@return the index it uses; null when there is none}
    public @Nullable String indexName() {
        return text("Index Name");
    }

    /// {@return the condition that rows are dropped by after they were read}
    public @Nullable String filter() {
        return text("Filter");
    }

    /// {@return the condition that the index is searched by}
    public @Nullable String indexCond() {
        return text("Index Cond");
    }

    /// {@return the keys of a sort in order, with `DESC`, `NULLS FIRST` … behind them; empty for
    /// other nodes}
    public List<String> sortKey() {
        return texts("Sort Key");
    }

    /// {@return the rows that the planner expected of one loop; empty with COSTS OFF}
    public OptionalDouble planRows() {
        return number("Plan Rows");
    }

    /// {@return the cost at which the planner expected the last row; empty with COSTS OFF}
    public OptionalDouble totalCost() {
        return number("Total Cost");
    }

    /// {@return the rows that one loop gave on average; empty without ANALYZE}
    public OptionalDouble actualRows() {
        return number("Actual Rows");
    }

    /// {@return how often it was run, by all processes together; 0 when it was never executed;
    /// empty without ANALYZE}
    public OptionalDouble actualLoops() {
        return number("Actual Loops");
    }

    /// {@return the rows of all loops together; empty without ANALYZE}
    public OptionalDouble allRows() {
        return each(actualRows());
    }

    /// {@return the rows that the filter dropped in all loops together; 0 when it dropped none;
    /// empty without ANALYZE}
    public OptionalDouble allRemoved() {
        OptionalDouble removed = number("Rows Removed by Filter");
        return each(OptionalDouble.of(removed.orElse(0)));
    }

    /// {@return the time of all loops together, in milliseconds; of a parallel node that of one
    /// process; empty without ANALYZE or with TIMING OFF}
    public OptionalDouble allTimeMs() {
        return each(number("Actual Total Time"));
    }

    private OptionalDouble each(OptionalDouble average) {
        OptionalDouble loops = actualLoops();
        return average.isEmpty() || loops.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(average.getAsDouble() * loops.getAsDouble());
    }

    /// {@return the child that is inner to a join; null when there is none}
    public @Nullable PlanNode inner() {
        return child("Inner");
    }

    /// {@return the first child that is outer, as that of every node with one input; null when
    /// there is none}
    public @Nullable PlanNode outer() {
        return child("Outer");
    }

    private @Nullable PlanNode child(String relationship) {
        return children.stream()
                .filter(child -> relationship.equals(child.parentRelationship()))
                .findFirst()
                .orElse(null);
    }

    /// {@return a property's text; null when it is not there or no text}
    ///
    /// @param property such as `Hash Cond`
    public @Nullable String text(String property) {
        return properties.get(property) instanceof JsonString(String value) ? value : null;
    }

    /// {@return a property's number; empty when it is not there or no number}
    ///
    /// @param property such as `Heap Fetches`
    public OptionalDouble number(String property) {
        return properties.get(property) instanceof JsonNumber number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /// {@return a property's flag; false when it is not there}
    ///
    /// @param property such as `Parallel Aware`
    public boolean flag(String property) {
        return properties.get(property) instanceof JsonBoolean(boolean value) && value;
    }

    /// {@return a property's texts; empty when it is not there or no list}
    ///
    /// @param property such as `Group Key`
    public List<String> texts(String property) {
        List<String> texts = new ArrayList<>();
        if (properties.get(property) instanceof JsonArray(List<JsonValue> elements)) {
            for (JsonValue element : elements) {
                if (element instanceof JsonString(String text)) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /// {@return the relation's name with its schema; null when there is no relation or the plan
    /// does not say the schema}
    public @Nullable QualifiedName relation() {
        String schema = schema();
        String name = relationName();
        return schema == null || name == null ? null : new QualifiedName(schema, name);
    }

    /// {@return the node as EXPLAIN's text form titles it, such as `Seq Scan on orders o`}
    public String title() {
        String type = is("ModifyTable") ? String.valueOf(text("Operation")) : nodeType();
        StringBuilder title = new StringBuilder(flag("Parallel Aware") ? "Parallel " : "");
        title.append(type);
        String index = indexName();
        if (index != null) {
            title.append(is("Bitmap Index Scan") ? " on " : " using ").append(index);
        }
        String name = relationName() == null ? text("CTE Name") : relationName();
        if (name != null) {
            title.append(" on ").append(name);
            String alias = alias();
            if (alias != null && !alias.equals(name)) {
                title.append(' ').append(alias);
            }
        }
        return title.toString();
    }

    /// Shows this node and all below it, parents first.
    ///
    /// @param consumer takes one at a time
    public void forEach(Consumer<PlanNode> consumer) {
        consumer.accept(this);
        children.forEach(child -> child.forEach(consumer));
    }
}
