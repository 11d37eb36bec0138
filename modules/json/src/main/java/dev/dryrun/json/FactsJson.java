package dev.dryrun.json;

import dev.dryrun.model.Facts;
import dev.dryrun.model.Grant;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// [Facts] as members of the object they belong to: `owner`, `grants`, `comment`, `extension`,
/// `depends_on`.
final class FactsJson {

    private static final MemberNames OF_REFERENCE = MemberNames.of("kind", "schema", "name");

    private static final MemberNames OF_GRANT = MemberNames.of("role", "privilege", "grantable");

    private FactsJson() {}

    static void put(JsonObject.Builder out, Facts facts) {
        if (!facts.owner().isEmpty()) {
            out.put("owner", facts.owner());
        }
        putGrants(out, facts.grants());
        out.put("comment", facts.comment()).put("extension", facts.extension());
        if (!facts.dependsOn().isEmpty()) {
            out.put("depends_on", JsonArray.of(facts.dependsOn(), FactsJson::reference));
        }
    }

    static Facts read(Fields in) throws MalformedJsonException {
        return new Facts(
                Objects.requireNonNullElse(in.textOrNull("owner"), ""),
                readGrants(in),
                in.textOrNull("comment"),
                in.textOrNull("extension"),
                in.list("depends_on", FactsJson::readReference));
    }

    static void putGrants(JsonObject.Builder out, @Nullable List<Grant> grants) {
        if (grants != null) {
            out.put("grants", JsonArray.of(grants, FactsJson::grant));
        }
    }

    static @Nullable List<Grant> readGrants(Fields in) throws MalformedJsonException {
        return in.object().get("grants") == null ? null : in.list("grants", FactsJson::readGrant);
    }

    static JsonObject grant(Grant grant) {
        JsonObject.Builder out =
                JsonObject.builder(OF_GRANT)
                        .put("role", grant.role())
                        .put("privilege", grant.privilege());
        if (grant.grantable()) {
            out.put("grantable", true);
        }
        return out.build();
    }

    static Grant readGrant(Fields in) throws MalformedJsonException {
        return new Grant(in.textOrNull("role"), in.text("privilege"), in.flag("grantable"));
    }

    static JsonObject reference(ObjectRef ref) {
        JsonObject.Builder out = JsonObject.builder(OF_REFERENCE).put("kind", ref.kind().word());
        NameJson.put(out, ref.name());
        return out.build();
    }

    static ObjectRef readReference(Fields in) throws MalformedJsonException {
        return new ObjectRef(in.word("kind", ObjectKind::ofWord), NameJson.read(in));
    }
}
