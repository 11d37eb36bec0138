package dev.dryrun.model;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the query statistics of one node were read, and what of them is missing.
///
/// @param extensionVersion of `pg_stat_statements`; NONE_KEPT where it is not installed
/// @param settings those that decide what it keeps, by name; a time or size in its unit
/// @param rows statements of this database that the role may see, folded over roles; absent with
///   the reason when they could not be read: NO_PRIVILEGE, NONE_KEPT without the library loaded,
///   UNSUPPORTED_VERSION before extension 1.8
/// @param hiddenRows rows whose text only their role and pg_read_all_stats may see
/// @param droppedRows statements that are no queries, or whose constants could not be replaced
/// @param rowCap how many statements were taken at most, those that took most time
/// @param resetBeforeAt `stats_reset` before reading; UNSUPPORTED_VERSION before extension 1.9
/// @param deallocBefore how often statements had been evicted, before reading
/// @param resetAfterAt the same after reading
/// @param deallocAfter the same after reading: greater when some were lost in between
public record QueryStatisticsInfo(
        Reading<String> extensionVersion,
        SortedMap<String, String> settings,
        Reading<Long> rows,
        long hiddenRows,
        long droppedRows,
        long rowCap,
        Reading<Instant> resetBeforeAt,
        Reading<Long> deallocBefore,
        Reading<Instant> resetAfterAt,
        Reading<Long> deallocAfter)
        implements Document {

    /// What every such document is about: the extension.
    public static final ObjectRef ABOUT =
            new ObjectRef(ObjectKind.EXTENSION, new QualifiedName("", "pg_stat_statements"));

    public QueryStatisticsInfo {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    @Override
    public ObjectRef about() {
        return ABOUT;
    }

    /// {@return the same with more statements dropped}
    ///
    /// @param more how many
    public QueryStatisticsInfo dropping(long more) {
        return new QueryStatisticsInfo(
                extensionVersion,
                settings,
                rows,
                hiddenRows,
                droppedRows + more,
                rowCap,
                resetBeforeAt,
                deallocBefore,
                resetAfterAt,
                deallocAfter);
    }
}
