package dev.dryrun.model;

import dev.dryrun.model.Reading.Reason;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What one node says of itself, beside its tables' counters. No address and no host's name.
///
/// @param fingerprint the SHA-256, in hexadecimal, of the system identifier, a slash and the start
///   in microseconds since 1970: tells one run of one server from another; absent where the system
///   identifier is
/// @param startedAt `pg_postmaster_start_time()`
/// @param views the rows of its statistics views; one that the role may not read is NO_PRIVILEGE,
///   one that the version does not have UNSUPPORTED_VERSION
public record NodeStatistics(
        Reading<String> fingerprint,
        Instant startedAt,
        Map<NodeView, Reading<List<StatisticsRow>>> views)
        implements Document {

    /// What every such document is about: a snapshot has one, and the stream says whose.
    public static final ObjectRef ABOUT =
            new ObjectRef(ObjectKind.NODE, new QualifiedName("", "node"));

    public NodeStatistics {
        Map<NodeView, Reading<List<StatisticsRow>>> copy = new EnumMap<>(NodeView.class);
        views.forEach((view, rows) -> copy.put(view, rows.map(List::copyOf)));
        views = Collections.unmodifiableMap(copy);
    }

    @Override
    public ObjectRef about() {
        return ABOUT;
    }

    /// {@return the rows of a view; NOT_CAPTURED when nobody asked}
    ///
    /// @param view which
    public Reading<List<StatisticsRow>> rows(NodeView view) {
        return views.getOrDefault(view, Reading.absent(Reason.NOT_CAPTURED));
    }
}
