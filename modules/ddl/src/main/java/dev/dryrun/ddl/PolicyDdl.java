package dev.dryrun.ddl;

import dev.dryrun.model.RowSecurity.Policy;
import dev.dryrun.model.Table;
import java.util.Locale;

/// Renders row security.
final class PolicyDdl {

    private PolicyDdl() {}

    static void render(Table table, Steps steps) {
        String alter = TableDdl.alter(table, true);
        if (table.rowSecurity().enabled()) {
            steps.add(Phase.TABLE, alter + " ENABLE ROW LEVEL SECURITY");
        }
        if (table.rowSecurity().forced()) {
            steps.add(Phase.TABLE, alter + " FORCE ROW LEVEL SECURITY");
        }
        for (Policy policy : table.rowSecurity().policies()) {
            policy(table, policy, steps);
        }
    }

    private static void policy(Table table, Policy policy, Steps steps) {
        policy.roles().forEach(role -> steps.role(role, false));
        int gaps = steps.gaps().size();
        String what = "policy " + policy.name() + " of " + table.name().display();
        String using = steps.known(policy.using(), what);
        String check = steps.known(policy.check(), what);
        if (steps.gaps().size() > gaps) {
            // Half a policy would show rows that the whole one hides.
            return;
        }
        String on = Sql.name(policy.name()) + " ON " + table.name().sql();
        steps.add(
                Phase.POLICY,
                "CREATE POLICY "
                        + on
                        + (policy.permissive() ? "" : " AS RESTRICTIVE")
                        + " FOR "
                        + policy.command().word().toUpperCase(Locale.ROOT)
                        + (policy.roles().isEmpty() ? "" : " TO " + Sql.names(policy.roles()))
                        + (using == null ? "" : "\n    USING (" + using + ")")
                        + (check == null ? "" : "\n    WITH CHECK (" + check + ")"));
        if (policy.comment() != null) {
            steps.add(Phase.COMMENT, CommentDdl.on("POLICY " + on, policy.comment()));
        }
    }
}
