package dev.dryrun.diff;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonValue;
import dev.dryrun.model.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which privileges an object gained and lost.
///
/// An object on which nothing was ever granted has the privileges of its kind; the first GRANT
/// writes these out with its own. They are no news, so where one side has no list it is given the
/// usual one.
///
/// @param revoked in words
/// @param granted in words
record GrantComparison(List<String> revoked, List<String> granted) {

    static GrantComparison of(
            Difference difference, @Nullable JsonValue one, @Nullable JsonValue other) {
        List<JsonValue> before = one == null ? usual(difference, true, other) : list(one);
        List<JsonValue> after = other == null ? usual(difference, false, one) : list(other);
        List<String> revoked = new ArrayList<>();
        for (JsonValue grant : before) {
            if (!after.contains(grant)) {
                revoked.add(words(grant));
            }
        }
        List<String> granted = new ArrayList<>();
        for (JsonValue grant : after) {
            if (!before.contains(grant)) {
                granted.add(words(grant));
            }
        }
        return new GrantComparison(revoked, granted);
    }

    /// {@return whether nobody gained or lost anything}
    boolean isSilent() {
        return revoked.isEmpty() && granted.isEmpty();
    }

    private static List<JsonValue> list(JsonValue value) {
        return Members.elements(value);
    }

    private static String words(JsonValue grant) {
        return String.valueOf(ValueText.of(grant));
    }

    /// {@return what holds where nothing was ever granted (`acldefault`)}
    ///
    /// @param was whether the side before is meant
    /// @param other the list of the other side: MAINTAIN is usual only where it exists
    private static List<JsonValue> usual(
            Difference difference, boolean was, @Nullable JsonValue other) {
        JsonObject document = was ? difference.was() : difference.is();
        String owner = Members.text(document, "owner");
        List<JsonValue> grants = new ArrayList<>();
        for (String privilege : owners(difference.to().kind())) {
            JsonObject grant = grant(owner, privilege);
            boolean everywhere = !privilege.equals("MAINTAIN");
            if (everywhere || (other instanceof JsonArray array && names(array, privilege))) {
                grants.add(grant);
            }
        }
        everybodys(difference.to().kind()).forEach(privilege -> grants.add(grant("", privilege)));
        return grants;
    }

    private static boolean names(JsonArray grants, String privilege) {
        return grants.elements().stream()
                .anyMatch(one ->
                        one instanceof JsonObject grant
                                && Members.text(grant, "privilege").equals(privilege));
    }

    private static JsonObject grant(String role, String privilege) {
        return JsonObject.builder()
                .put("role", role.isEmpty() ? null : role)
                .put("privilege", privilege)
                .build();
    }

    private static List<String> owners(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW ->
                    List.of(
                            "INSERT",
                            "SELECT",
                            "UPDATE",
                            "DELETE",
                            "TRUNCATE",
                            "REFERENCES",
                            "TRIGGER",
                            "MAINTAIN");
            case SEQUENCE -> List.of("SELECT", "UPDATE", "USAGE");
            case FUNCTION, PROCEDURE, AGGREGATE -> List.of("EXECUTE");
            case SCHEMA -> List.of("USAGE", "CREATE");
            default -> List.of("USAGE");
        };
    }

    private static List<String> everybodys(ObjectKind kind) {
        return switch (kind) {
            case FUNCTION, PROCEDURE, AGGREGATE -> List.of("EXECUTE");
            case LANGUAGE, ENUM, DOMAIN, COMPOSITE, RANGE, BASE_TYPE -> List.of("USAGE");
            default -> List.of();
        };
    }
}
