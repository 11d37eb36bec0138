package dev.dryrun.model;

import java.util.Comparator;
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

    @Override
    public int compareTo(Grant other) {
        return ORDER.compare(this, other);
    }
}
