package dev.dryrun.model;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What every object of a schema has beside its own definition.
///
/// @param owner the owning role's name (`relowner`, `typowner` …); empty for a kind that has none:
///   a cast, an access method …
/// @param grants what was granted, by role, privilege; null when nothing ever was, so that the
///   kind's default privileges hold (the ACL is NULL); empty when everything was revoked
/// @param comment `COMMENT ON`; null when there is none
/// @param extension the extension it belongs to, which makes and drops it; null when it stands
///   alone
/// @param dependsOn the objects it cannot be without, in order (`pg_depend`, types `n` and `a`),
///   those of its parts (a table's constraints, a view's rules) among them; what initdb made, the
///   schema it is in and its extension left out. An extension is in it only after `DEPENDS ON
///   EXTENSION`, and where another extension requires it
public record Facts(
        String owner,
        @Nullable List<Grant> grants,
        @Nullable String comment,
        @Nullable String extension,
        List<ObjectRef> dependsOn) {

    public Facts {
        grants = grants == null ? null : Grant.normal(grants);
        dependsOn =
                dependsOn.size() < 2
                        ? List.copyOf(dependsOn)
                        : List.copyOf(new TreeSet<>(dependsOn));
    }
}
