package dev.dryrun.model;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One privilege of one role on one object, or on one column of one (`aclexplode`).
///
/// Ordered by role, everybody first, then privilege.
///
/// @param role who has it; null stands for PUBLIC
/// @param privilege as SQL writes it: `SELECT`, `USAGE`, `MAINTAIN` …
/// @param grantable whether the role may pass it on
public record Grant(@Nullable String role, String privilege, boolean grantable)
        implements Comparable<Grant> {

    private static final Comparator<Grant> ORDER =
            Comparator.comparing(Grant::role, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(Grant::privilege)
                    .thenComparing(Grant::grantable);

    /// {@return the grants in order, each once: the same privilege given by several roles is one,
    /// and may be passed on when any of them said so}
    ///
    /// @param grants as the catalogue has them
    static List<Grant> normal(List<Grant> grants) {
        if (grants.isEmpty()) {
            return List.of();
        }
        return grants.stream()
                .filter(grant -> grant.grantable || !grants.contains(grant.asGrantable()))
                .distinct()
                .sorted()
                .toList();
    }

    private Grant asGrantable() {
        return new Grant(role, privilege, true);
    }

    @Override
    public int compareTo(Grant other) {
        return ORDER.compare(this, other);
    }
}
