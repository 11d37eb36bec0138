package dev.dryrun.ddl;

import dev.dryrun.model.Facts;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.Sequence;
import java.util.Set;

/// Renders what objects of every kind have: an owner, grants, a comment.
final class FactsDdl {

    /// Kinds that have no owner, or whose owner no statement changes.
    private static final Set<ObjectKind> OWNERLESS =
            Set.of(
                    ObjectKind.EXTENSION,
                    ObjectKind.CAST,
                    ObjectKind.TRANSFORM,
                    ObjectKind.ACCESS_METHOD,
                    ObjectKind.TEXT_SEARCH_PARSER,
                    ObjectKind.TEXT_SEARCH_TEMPLATE,
                    ObjectKind.DEFAULT_PRIVILEGES);

    private FactsDdl() {}

    /// Writes all three, where they apply.
    static void render(SchemaObject object, Steps steps) {
        Facts facts = object.facts();
        ObjectName name = ObjectName.of(object);
        ObjectKind kind = object.about().kind();
        boolean ownersAreFree =
                facts.extension() == null
                        && !(object instanceof Sequence sequence && sequence.ownedBy() != null);
        if (!OWNERLESS.contains(kind) && ownersAreFree && !facts.owner().isEmpty()) {
            steps.role(facts.owner(), isOwnedBySuperusers(kind));
            steps.add(
                    phase(kind, Phase.OWNER),
                    "ALTER " + name.sql() + " OWNER TO " + Sql.name(facts.owner()));
        }
        if (facts.extension() == null && kind != ObjectKind.EXTENSION) {
            extensions(facts, name, steps);
        }
        GrantDdl.grants(object, steps);
        if (facts.comment() != null && kind != ObjectKind.DEFAULT_PRIVILEGES) {
            steps.add(phase(kind, Phase.COMMENT), CommentDdl.on(name.sql(), facts.comment()));
        }
    }

    /// What goes with an extension although it is no member of it.
    private static void extensions(Facts facts, ObjectName name, Steps steps) {
        for (ObjectRef ref : facts.dependsOn()) {
            if (ref.kind() == ObjectKind.EXTENSION) {
                steps.add(
                        Phase.OWNER,
                        "ALTER " + name.sql() + " DEPENDS ON EXTENSION " + ref.name().sql());
            }
        }
    }

    private static Phase phase(ObjectKind kind, Phase usual) {
        return kind == ObjectKind.EVENT_TRIGGER ? Phase.EVENT_TRIGGER_STATE : usual;
    }

    /// The server refuses any other owner.
    private static boolean isOwnedBySuperusers(ObjectKind kind) {
        return kind == ObjectKind.EVENT_TRIGGER || kind == ObjectKind.FOREIGN_DATA_WRAPPER;
    }
}
