package dev.dryrun.masking;

import dev.dryrun.model.Column;
import dev.dryrun.model.ColumnLinks;
import dev.dryrun.model.ColumnName;
import dev.dryrun.model.CompositeType;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.Definition;
import dev.dryrun.model.Domain;
import dev.dryrun.model.EnumType;
import dev.dryrun.model.Facts;
import dev.dryrun.model.Function;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.PartitionOf;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.RangeType;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.Sequence;
import dev.dryrun.model.Table;
import dev.dryrun.model.Trigger;
import dev.dryrun.model.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads from definitions where values of one column are found in another: what a capture asks the
/// server, an import has to read from what it was given.
public final class DefinitionLinks {

    private final ColumnLinks links;

    /// Makes one.
    ///
    /// @param links is told
    public DefinitionLinks(ColumnLinks links) {
        this.links = links;
    }

    /// Takes a definition; those that hold no values are of no interest here.
    ///
    /// @param object a definition
    public void add(SchemaObject object) {
        switch (object) {
            case Table table -> add(table);
            case View view -> add(view);
            case EnumType type -> {
                links.type(type.name(), List.of());
                links.lists(type.name());
            }
            case Domain type -> {
                links.type(type.name(), List.of(type.baseType()));
                serve(type.name(), type.facts(), List.of());
            }
            case RangeType type -> {
                links.type(type.name(), List.of(type.subtype()));
                links.type(type.multirange(), List.of(type.subtype()));
            }
            case CompositeType type ->
                    links.type(
                            type.name(),
                            type.attributes().stream().map(CompositeType.Attribute::type).toList());
            case Sequence _, Function _, Definition _ -> {}
        }
    }

    /// The functions that a relation or a type cannot be without are given its values.
    private void serve(QualifiedName owner, Facts facts, List<Trigger> triggers) {
        for (ObjectRef other : facts.dependsOn()) {
            if (other.kind() == ObjectKind.FUNCTION) {
                links.serves(withoutArguments(other.name()), owner);
            }
        }
        triggers.forEach(trigger -> links.serves(withoutArguments(trigger.function()), owner));
    }

    private static QualifiedName withoutArguments(QualifiedName function) {
        int arguments = function.name().indexOf('(');
        return arguments < 0
                ? function
                : new QualifiedName(function.schema(), function.name().substring(0, arguments));
    }

    private void add(View view) {
        serve(view.name(), view.facts(), view.triggers());
        view.columns()
                .forEach(column ->
                        links.column(new ColumnName(view.name(), column.name()), column.type()));
        view.uses()
                .forEach(use ->
                        use.columns()
                                .forEach(column ->
                                        links.reads(
                                                view.name(),
                                                new ColumnName(use.relation().name(), column))));
    }

    private void add(Table table) {
        serve(table.name(), table.facts(), table.triggers());
        List<QualifiedName> parents = new ArrayList<>(table.inherits());
        PartitionOf partition = table.partitionOf();
        if (partition != null) {
            parents.add(partition.parent());
        }
        for (Column column : table.columns()) {
            ColumnName own = new ColumnName(table.name(), column.name());
            links.column(own, column.type());
            parents.forEach(parent -> both(own, new ColumnName(parent, column.name())));
            Column.Generated generated = column.generated();
            if (generated != null) {
                generated
                        .expression()
                        .known()
                        .ifPresent(
                                text -> named(table, text).forEach(from -> links.flows(from, own)));
            }
        }
        table.constraints().forEach(constraint -> add(table, constraint));
        if (table.partitioning() != null) {
            table.partitioning()
                    .key()
                    .known()
                    .ifPresent(key -> named(table, key).forEach(links::divides));
        }
    }

    private void add(Table table, Constraint constraint) {
        Constraint.Reference reference = constraint.references();
        for (int i = 0; reference != null && i < constraint.columns().size(); i++) {
            both(
                    new ColumnName(table.name(), constraint.columns().get(i)),
                    new ColumnName(reference.table(), reference.columns().get(i)));
        }
    }

    private void both(ColumnName one, ColumnName other) {
        links.flows(one, other);
        links.flows(other, one);
    }

    /// A word that is a column's name may be something else; then too much is hidden, not too
    /// little.
    private static Stream<ColumnName> named(Table table, String expression) {
        String lower = expression.toLowerCase(Locale.ROOT);
        return table.columns().stream()
                .map(Column::name)
                .filter(name ->
                        Pattern.compile(
                                        "(?<![\\p{L}\\p{N}_$])"
                                                + Pattern.quote(name.toLowerCase(Locale.ROOT))
                                                + "(?![\\p{L}\\p{N}_$])")
                                .matcher(lower)
                                .find())
                .map(name -> new ColumnName(table.name(), name));
    }
}
