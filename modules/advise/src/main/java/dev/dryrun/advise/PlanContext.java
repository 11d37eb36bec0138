package dev.dryrun.advise;

import dev.dryrun.model.ServerFact;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.StringNode;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the rules need to know beside the plan.
///
/// @param plan the plan they look at
/// @param relations what was captured
/// @param expressions reads the plan's expressions
/// @param indexes advises indexes
record PlanContext(
        Plan plan, Relations relations, PlanExpressions expressions, IndexAdvice indexes) {

    /// {@return whether the parts of a column's name mean a column of the relation that a node
    /// scans: without a qualifier, or with its alias}
    Predicate<List<String>> own(PlanNode node) {
        String alias = String.valueOf(node.alias());
        return names -> names.size() == 1 || names.get(names.size() - 2).equals(alias);
    }

    /// {@return the same for an expression of a join, where every column has a qualifier}
    Predicate<List<String>> qualified(PlanNode node) {
        String alias = String.valueOf(node.alias());
        return names -> names.size() > 1 && names.get(names.size() - 2).equals(alias);
    }

    /// {@return the columns of a node's relation that the plan mentions; null unless EXPLAIN was
    /// VERBOSE and says what each node puts out}
    @Nullable Set<String> columns(PlanNode node, Table table) {
        PlanNode root = plan.root();
        if (root.texts("Output").isEmpty() || node.alias() == null) {
            return null;
        }
        Set<String> columns = new HashSet<>();
        boolean single = relations(root) == 1;
        boolean[] unclear = {false};
        root.forEach(it -> {
            boolean reads = it.relationName() != null;
            for (String property :
                    List.of(
                            "Filter",
                            "Index Cond",
                            "Recheck Cond",
                            "Hash Cond",
                            "Merge Cond",
                            "Join Filter")) {
                add(it.text(property), single, node, table, columns);
            }
            // A scan puts out whole rows where that costs nothing: what is above says what is used.
            if (!reads || it.equals(root)) {
                it.texts("Output").forEach(text -> add(text, single, node, table, columns));
                unclear[0] |= it.texts("Output").stream().anyMatch(text -> text.endsWith(".*"));
            }
            it.sortKey().forEach(text -> add(text, single, node, table, columns));
        });
        return unclear[0] ? null : columns;
    }

    private static int relations(PlanNode root) {
        Set<String> aliases = new HashSet<>();
        root.forEach(it -> {
            if (it.relationName() != null) {
                aliases.add(String.valueOf(it.alias()));
            }
        });
        return aliases.size();
    }

    private void add(
            @Nullable String text,
            boolean single,
            PlanNode node,
            Table table,
            Set<String> columns) {
        Node expression = expressions.expression(text);
        if (expression == null) {
            return;
        }
        Predicate<List<String>> own = single ? own(node) : qualified(node);
        for (ColumnRef reference : expression.find(ColumnRef.class)) {
            List<String> names = StringNode.texts(reference.fields());
            if (!names.isEmpty() && own.test(names) && table.column(names.getLast()).isPresent()) {
                columns.add(names.getLast());
            }
        }
    }

    /// {@return the captured `work_mem` in kB; empty when it was not captured}
    OptionalLong workMemKb() {
        OptionalLong[] found = {OptionalLong.empty()};
        relations
                .catalog()
                .forEachSetting(setting -> {
                    if (setting.name().equals("work_mem")) {
                        found[0] = whole(setting);
                    }
                });
        return found[0];
    }

    private static OptionalLong whole(ServerFact setting) {
        List<String> values = setting.properties().getOrDefault("setting", List.of());
        return values.size() == 1 && values.getFirst().matches("\\d{1,15}")
                ? OptionalLong.of(Long.parseLong(values.getFirst()))
                : OptionalLong.empty();
    }
}
