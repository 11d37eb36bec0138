package dev.dryrun.ddl;

import dev.dryrun.model.Function;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.Table;
import dev.dryrun.model.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a script keeps of one object: its statements, and what they may need.
final class Part {

    private final ObjectRef ref;
    private final List<ObjectRef> dependsOn;
    private final List<ObjectRef> transforms;
    private final @Nullable ObjectRef partitionOf;
    private final List<ObjectRef> parents;
    private final @Nullable String extension;
    private final @Nullable SchemaObject object;
    private Steps steps;
    private boolean late;

    private Part(SchemaObject object, Steps steps) {
        this.ref = object.about();
        this.dependsOn = object.facts().dependsOn();
        this.transforms =
                object instanceof Function function
                        ? function.transforms().stream()
                                .map(type -> transform(type, function.language()))
                                .toList()
                        : List.of();
        this.partitionOf =
                object instanceof Table table && table.partitionOf() != null
                        ? new ObjectRef(ObjectKind.TABLE, table.partitionOf().parent())
                        : null;
        this.parents =
                object instanceof Table table
                        ? table.inherits().stream()
                                .map(parent -> new ObjectRef(ObjectKind.TABLE, parent))
                                .toList()
                        : List.of();
        this.extension = object.facts().extension();
        this.steps = steps;
        this.object = canBeLate(object, steps) ? object : null;
    }

    /// {@return what the script keeps}
    static Part of(SchemaObject object, int major) {
        return new Part(object, Ddl.steps(object, false, major));
    }

    ObjectRef ref() {
        return ref;
    }

    Steps steps() {
        return steps;
    }

    List<ObjectRef> dependsOn() {
        return dependsOn;
    }

    @Nullable ObjectRef partitionOf() {
        return partitionOf;
    }

    /// {@return the tables it inherits from}
    List<ObjectRef> parents() {
        return parents;
    }

    @Nullable String extension() {
        return extension;
    }

    /// {@return whether it can be made without what needs it in turn}
    boolean canBeLate() {
        return object != null;
    }

    /// {@return whether it is}
    boolean isLate() {
        return late;
    }

    /// Makes it so.
    void makeLate() {
        if (object != null) {
            steps = Ddl.steps(object, true, steps.major());
            late = true;
        }
    }

    /// {@return the objects that a statement of this one names, or requires without naming them}
    List<ObjectRef> needs(String sql) {
        List<ObjectRef> found = new ArrayList<>(transforms);
        for (ObjectRef other : dependsOn) {
            boolean required =
                    ref.kind() == ObjectKind.EXTENSION && other.kind() == ObjectKind.EXTENSION;
            if (!other.equals(ref) && (required || sql.contains(spelling(other)))) {
                found.add(other);
            }
        }
        return found;
    }

    /// The server writes every name in a definition in full.
    private static String spelling(ObjectRef ref) {
        return switch (ref.kind()) {
            case FUNCTION, PROCEDURE, AGGREGATE -> Sql.function(ref.name());
            case OPERATOR -> Sql.name(ref.name().schema()) + "." + Sql.ownName(ref.name());
            case OPERATOR_CLASS, OPERATOR_FAMILY -> {
                String name = ref.name().name();
                yield Sql.name(ref.name().schema())
                        + "."
                        + Sql.name(name.substring(0, name.lastIndexOf(" USING ")));
            }
            default -> ref.name().sql();
        };
    }

    /// The server keeps no note of what a function needs of them.
    private static ObjectRef transform(String type, String language) {
        String name = "FOR " + type + " LANGUAGE " + Sql.name(language);
        return new ObjectRef(ObjectKind.TRANSFORM, new QualifiedName("", name));
    }

    /// Views can be made without their query, tables without defaults and checks. Only those are
    /// kept whole that may have to be.
    private static boolean canBeLate(SchemaObject object, Steps steps) {
        return (object instanceof View view && !view.isMaterialized())
                || (object instanceof Table && callsFunctions(object, steps));
    }

    private static boolean callsFunctions(SchemaObject object, Steps steps) {
        List<String> creating =
                steps.all().stream()
                        .filter(step -> step.phase() == Phase.CREATE)
                        .map(Steps.Step::sql)
                        .toList();
        return object.facts().dependsOn().stream()
                .filter(ref -> ref.kind() == ObjectKind.FUNCTION)
                .map(Part::spelling)
                .anyMatch(name -> creating.stream().anyMatch(sql -> sql.contains(name)));
    }
}
