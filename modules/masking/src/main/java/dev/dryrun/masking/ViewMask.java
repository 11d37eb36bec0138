package dev.dryrun.masking;

import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.View;
import dev.dryrun.model.View.Materialized;
import dev.dryrun.model.View.ViewColumn;
import java.util.Set;

/// Takes the values of hidden columns out of a view: out of its query, if that reads one, and out
/// of all that hangs on it.
///
/// @param hidden which columns
/// @param texts what cuts constants out
record ViewMask(HiddenColumns hidden, MaskedTexts texts) {

    View mask(View view) {
        RelationMask parts = new RelationMask(view.name(), hidden, texts);
        Materialized materialized = view.materialized();
        return new View(
                view.name(),
                view.columns().stream().map(column -> mask(view.name(), column)).toList(),
                reads(view)
                        ? view.definition().map(texts::withoutConstants)
                        : texts.ofTypes(view.definition()),
                view.uses(),
                view.options(),
                materialized == null ? null : mask(materialized, parts),
                parts.triggers(view.triggers()),
                parts.rules(view.rules()),
                view.facts());
    }

    private boolean reads(View view) {
        return view.uses().stream()
                .anyMatch(use -> {
                    Set<String> names = hidden.of(use.relation().name());
                    return use.columns().stream().anyMatch(names::contains);
                });
    }

    private ViewColumn mask(QualifiedName view, ViewColumn column) {
        boolean hides = hidden.of(view).contains(column.name());
        return new ViewColumn(
                column.name(),
                column.type(),
                column.defaultExpression()
                        .map(text -> hides ? texts.withoutConstants(text) : texts.of(view, text)),
                column.attributes(),
                column.comment());
    }

    private static Materialized mask(Materialized materialized, RelationMask parts) {
        return new Materialized(
                materialized.populated(),
                materialized.storage(),
                parts.indexes(materialized.indexes()),
                parts.statistics(materialized.statistics()));
    }
}
