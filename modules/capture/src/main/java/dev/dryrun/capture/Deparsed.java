package dev.dryrun.capture;

import dev.dryrun.model.Reading;
import java.util.Map;

/// What the server deparsed, by the oid of the object it is about.
///
/// Everything that exists was asked for, so what is missing was left out: locked.
///
/// @param byOid what there is
/// @param <T> a text or some
record Deparsed<T>(Map<Long, T> byOid) {

    Reading<T> of(long oid) {
        T text = byOid.get(oid);
        return text == null ? Reading.absent(Reading.Reason.LOCKED) : Reading.measured(text);
    }

    /// {@return what was deparsed of the object, or NONE_KEPT where it has nothing to deparse}
    ///
    /// @param has whether it has
    Reading<T> ofOptional(boolean has, long oid) {
        return has ? of(oid) : Reading.absent(Reading.Reason.NONE_KEPT);
    }
}
