package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.pgquery.tree.WindowDef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Analyses the definitions of windows, after all else of a query.
final class Windows {

    private final Errors errors;
    private final Sorting sorting;
    private final Expressions expressions;

    Windows(Errors errors, Sorting sorting, Expressions expressions) {
        this.errors = errors;
        this.sorting = sorting;
        this.expressions = expressions;
    }

    void check(Scope scope) {
        Set<String> names = new HashSet<>();
        for (WindowDef window : List.copyOf(scope.windows())) {
            String name = window.name();
            if (name != null && names.contains(name)) {
                errors.add(
                        window.location(),
                        "42P20",
                        "window \"" + name + "\" is already defined",
                        null,
                        Certainty.CERTAIN);
            }
            String copied = window.refname();
            if (copied != null && !names.contains(copied)) {
                missing(errors, window, copied);
            }
            if (name != null) {
                names.add(name);
            }
            sorting.expressions(window.orderClause(), Clause.WINDOW, scope);
            sorting.expressions(window.partitionClause(), Clause.WINDOW, scope);
            expressions.in(Clause.WINDOW, window.startOffset(), scope);
            expressions.in(Clause.WINDOW, window.endOffset(), scope);
        }
    }

    static void missing(Errors errors, WindowDef window, String name) {
        errors.add(
                window.location(),
                "42704",
                "window \"" + name + "\" does not exist",
                null,
                Certainty.CERTAIN);
    }
}
