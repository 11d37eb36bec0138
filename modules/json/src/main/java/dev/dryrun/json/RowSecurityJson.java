package dev.dryrun.json;

import dev.dryrun.model.RowSecurity;
import dev.dryrun.model.RowSecurity.Command;
import dev.dryrun.model.RowSecurity.Policy;

/// A [RowSecurity] as the member `row_security` of a table; left out where there is none of it.
final class RowSecurityJson {

    private RowSecurityJson() {}

    static void put(JsonObject.Builder out, RowSecurity security) {
        if (security.equals(RowSecurity.NONE)) {
            return;
        }
        JsonObject.Builder nested =
                JsonObject.builder()
                        .putIf("enabled", security.enabled())
                        .putIf("forced", security.forced());
        if (!security.policies().isEmpty()) {
            nested.put("policies", JsonArray.of(security.policies(), RowSecurityJson::policy));
        }
        out.put("row_security", nested.build());
    }

    static RowSecurity read(Fields fields) throws MalformedJsonException {
        RowSecurity security =
                fields.nested(
                        "row_security",
                        in ->
                                new RowSecurity(
                                        in.flag("enabled"),
                                        in.flag("forced"),
                                        in.list("policies", RowSecurityJson::readPolicy)));
        return security == null ? RowSecurity.NONE : security;
    }

    private static JsonObject policy(Policy policy) {
        JsonObject.Builder out = JsonObject.builder().put("name", policy.name());
        if (policy.command() != Command.ALL) {
            out.put("command", policy.command().word());
        }
        out.putIf("restrictive", !policy.permissive()).putUnlessEmpty("roles", policy.roles());
        ReadingJson.putText(out, "using", policy.using());
        ReadingJson.putText(out, "check", policy.check());
        return out.put("comment", policy.comment()).build();
    }

    private static Policy readPolicy(Fields in) throws MalformedJsonException {
        return new Policy(
                in.text("name"),
                in.wordOr("command", Command::ofWord, Command.ALL),
                !in.flag("restrictive"),
                in.texts("roles"),
                ReadingJson.readText(in, "using"),
                ReadingJson.readText(in, "check"),
                in.textOrNull("comment"));
    }
}
