package dev.dryrun.ddl;

import dev.dryrun.model.CompositeType;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.Definition;
import dev.dryrun.model.Domain;
import dev.dryrun.model.EnumType;
import dev.dryrun.model.Function;
import dev.dryrun.model.Index;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.RangeType;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.Sequence;
import dev.dryrun.model.Table;
import dev.dryrun.model.View;
import java.util.List;

/// Writes one captured definition as SQL. [DdlScript] writes a whole schema.
///
/// Names are qualified and quoted as `quote_ident` does. What could not be captured (the condition
/// of a locked table's check …) is left out of statements that make a whole object, and stands as a
/// question mark in [#index] and [#constraint], which are for people to read.
public final class Ddl {

    private Ddl() {}

    /// {@return the statements that make the object and all that belongs to it, in their order,
    /// each without a semicolon: a table's columns, keys, indexes, policies, grants, comments …}
    ///
    /// The member of an extension comes with it: only its grants and comments are written.
    ///
    /// @param object what to write
    /// @param major the version of the server that is to run them, such as 18
    public static List<String> statements(SchemaObject object, int major) {
        return steps(object, false, major).all().stream().map(Steps.Step::sql).toList();
    }

    /// {@return the index as `CREATE INDEX`}
    ///
    /// @param relation the table or materialised view it is on
    /// @param index what to write
    public static String index(QualifiedName relation, Index index) {
        return IndexDdl.create(relation, index, false);
    }

    /// {@return the constraint as it stands after its name in `ADD CONSTRAINT`}
    ///
    /// @param constraint what to write
    public static String constraint(Constraint constraint) {
        return ConstraintDdl.text(constraint, null);
    }

    /// {@return the statements that make the object, sorted by phase, and what is missing}
    ///
    /// @param object what to write
    /// @param late whether what needs the object itself comes as late as it can
    /// @param major the server's version
    static Steps steps(SchemaObject object, boolean late, int major) {
        Steps steps = new Steps(major);
        if (object.facts().extension() != null) {
            FactsDdl.render(object, steps);
            return steps;
        }
        switch (object) {
            case Table table -> TableDdl.render(table, late, steps);
            case View view -> ViewDdl.render(view, late, steps);
            case Sequence sequence -> SequenceDdl.render(sequence, steps);
            case EnumType type -> TypeDdl.render(type, steps);
            case Domain domain -> TypeDdl.render(domain, steps);
            case CompositeType type -> TypeDdl.render(type, steps);
            case RangeType type -> TypeDdl.render(type, steps);
            case Function function -> FunctionDdl.render(function, steps);
            case Definition definition -> DefinitionDdl.render(definition, steps);
        }
        return steps;
    }
}
