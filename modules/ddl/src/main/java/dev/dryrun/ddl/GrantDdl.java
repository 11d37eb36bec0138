package dev.dryrun.ddl;

import dev.dryrun.model.Grant;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Renders privileges: all are taken away, then those that were captured are given. Who gave them
/// is not captured, so that the owner does.
final class GrantDdl {

    private GrantDdl() {}

    /// One `GRANT`.
    private record Holder(@Nullable String role, boolean grantable) {}

    /// Writes the privileges on a whole object; nothing where none were ever granted.
    static void grants(SchemaObject object, Steps steps) {
        if (object.about().kind() != ObjectKind.DEFAULT_PRIVILEGES) {
            grants(on(object), object.facts().owner(), object.facts().grants(), steps);
        }
    }

    /// Writes the privileges on something.
    ///
    /// @param on its kind and name, as GRANT writes them
    /// @param owner who has all of them by default
    /// @param grants null where none were ever granted
    /// @param steps takes the statements
    static void grants(String on, String owner, @Nullable List<Grant> grants, Steps steps) {
        if (grants == null) {
            return;
        }
        steps.add(Phase.GRANT, "REVOKE ALL ON " + on + " FROM PUBLIC, " + Sql.name(owner));
        holders(grants, steps)
                .forEach((holder, privileges) ->
                        steps.add(
                                Phase.GRANT,
                                "GRANT "
                                        + String.join(", ", privileges)
                                        + " ON "
                                        + on
                                        + to(holder)));
    }

    /// Writes the privileges on one column.
    static void columnGrants(
            QualifiedName relation, String column, List<Grant> grants, Steps steps) {
        String columns = " (" + Sql.name(column) + ")";
        holders(grants, steps)
                .forEach((holder, privileges) ->
                        steps.add(
                                Phase.COLUMN_GRANT,
                                "GRANT "
                                        + String.join(columns + ", ", privileges)
                                        + columns
                                        + " ON TABLE "
                                        + relation.sql()
                                        + to(holder)));
    }

    /// Writes the privileges that new objects of a role get.
    ///
    /// @param role whose objects
    /// @param schema where; empty for everywhere
    /// @param objects `TABLES`, `LARGE OBJECTS` …
    /// @param grants those they get
    /// @param steps takes the statements
    static void defaults(
            String role, String schema, String objects, List<Grant> grants, Steps steps) {
        steps.role(role, false);
        String alter =
                "ALTER DEFAULT PRIVILEGES FOR ROLE "
                        + Sql.name(role)
                        + (schema.isEmpty() ? "" : " IN SCHEMA " + Sql.name(schema));
        if (schema.isEmpty()) {
            // In a schema they add to those, and begin with none.
            steps.add(
                    Phase.DEFAULT_PRIVILEGES,
                    alter + " REVOKE ALL ON " + objects + " FROM PUBLIC, " + Sql.name(role));
        }
        holders(grants, steps)
                .forEach((holder, privileges) ->
                        steps.add(
                                Phase.DEFAULT_PRIVILEGES,
                                alter
                                        + " GRANT "
                                        + String.join(", ", privileges)
                                        + " ON "
                                        + objects
                                        + to(holder)));
    }

    private static Map<Holder, List<String>> holders(List<Grant> grants, Steps steps) {
        Map<Holder, List<String>> holders = new LinkedHashMap<>();
        for (Grant grant : grants) {
            if (grant.role() != null) {
                steps.role(grant.role(), false);
            }
            holders.computeIfAbsent(
                            new Holder(grant.role(), grant.grantable()), _ -> new ArrayList<>())
                    .add(grant.privilege());
        }
        return holders;
    }

    private static String to(Holder holder) {
        return " TO "
                + (holder.role == null ? "PUBLIC" : Sql.name(holder.role))
                + (holder.grantable ? " WITH GRANT OPTION" : "");
    }

    private static String on(SchemaObject object) {
        ObjectName name = ObjectName.of(object);
        return switch (object.about().kind()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> "TABLE " + name.name();
            case SERVER -> "FOREIGN SERVER " + name.name();
            case AGGREGATE ->
                    "FUNCTION " + Sql.function(object.name()) + Sql.arguments(object.name());
            default -> name.sql();
        };
    }
}
