package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.pgquery.tree.CTECycleClause;
import dev.dryrun.pgquery.tree.CTESearchClause;
import dev.dryrun.pgquery.tree.CommonTableExpr;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.WithClause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Analyses WITH clauses. Not safe for concurrent calls.
final class With {

    private final Errors errors;
    private final Queries queries;

    /// The levels that queries of WITH RECURSIVE belong to, until they are analysed.
    private final Map<Cte, Scope> pending = new HashMap<>();

    With(Errors errors, Queries queries) {
        this.errors = errors;
        this.queries = queries;
    }

    void check(@Nullable WithClause with, Scope scope) {
        if (with == null) {
            return;
        }
        List<Cte> ctes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (CommonTableExpr node : with.ctes()) {
            String name = node.ctename();
            if (!names.add(name)) {
                errors.add(
                        node.location(),
                        "42712",
                        "WITH query name \"" + name + "\" specified more than once",
                        null,
                        Certainty.CERTAIN);
            }
            ctes.add(new Cte(node));
        }
        if (with.recursive()) {
            for (Cte cte : ctes) {
                scope.ctes().putIfAbsent(cte.name(), cte);
                pending.put(cte, scope);
            }
        }
        for (Cte cte : ctes) {
            if (cte.state() == Cte.State.PENDING) {
                analyse(cte, scope);
            }
            scope.ctes().putIfAbsent(cte.name(), cte);
        }
    }

    /// Analyses a query of WITH RECURSIVE that another one reads before its turn.
    void need(Cte cte) {
        Scope scope = pending.get(cte);
        if (cte.state() == Cte.State.PENDING && scope != null) {
            analyse(cte, scope);
        }
    }

    private void analyse(Cte cte, Scope scope) {
        cte.begin();
        List<Col> columns =
                queries.check(cte.node().ctequery(), scope, pending.get(cte) == null ? null : cte);
        cte.learn(named(cte, columns, true));
        cte.end();
    }

    /// {@return columns with the names that WITH gives them; null when they are not known}
    @Nullable List<Col> named(Cte cte, @Nullable List<Col> columns, boolean last) {
        List<String> names = StringNode.texts(cte.node().aliascolnames());
        if (columns == null) {
            return null;
        }
        if (names.size() > columns.size()) {
            if (last) {
                errors.add(
                        cte.node().location(),
                        "42P10",
                        "WITH query \"%s\" has %d columns available but %d columns specified"
                                .formatted(cte.name(), columns.size(), names.size()),
                        null,
                        Certainty.CERTAIN);
            }
            return null;
        }
        List<Col> named = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Col column = columns.get(i);
            named.add(Col.of(i < names.size() ? names.get(i) : column.name(), column.value()));
        }
        CTESearchClause search = cte.node().searchClause();
        CTECycleClause cycle = cte.node().cycleClause();
        if (!last && (search != null || cycle != null)) {
            return null;
        }
        if (search != null) {
            named.add(Col.of(search.searchSeqColumn(), Value.UNKNOWN));
        }
        if (cycle != null) {
            named.add(Col.of(cycle.cycleMarkColumn(), Value.UNKNOWN));
            named.add(Col.of(cycle.cyclePathColumn(), Value.UNKNOWN));
        }
        return named;
    }
}
