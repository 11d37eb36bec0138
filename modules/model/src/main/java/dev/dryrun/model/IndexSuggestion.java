package dev.dryrun.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An index that would serve a query, and what having it costs.
///
/// @param table the table; of a partition the partitioned table
/// @param method the access method (`btree`, `gin` …)
/// @param keys the keys in order, as `CREATE INDEX` writes them
/// @param include the columns of `INCLUDE`; empty unless they let the index alone answer
/// @param predicate the condition of a partial index, without `WHERE`; null when it covers all rows
/// @param rationale why these keys in this order: one line
/// @param impact how many rows it saves reading
/// @param sizeBytes about how large it will be; absent when rows or widths are not known, or the
///   method's size cannot be told from them
/// @param existingIndexes how many indexes the table has already
/// @param writesPerDay rows inserted, updated and deleted a day, on the node that wrote most
/// @param hotUpdatesPerDay updates a day that touch no index now, some of which will
public record IndexSuggestion(
        QualifiedName table,
        String method,
        List<String> keys,
        List<String> include,
        @Nullable String predicate,
        String rationale,
        Impact impact,
        Reading<Long> sizeBytes,
        int existingIndexes,
        Reading<Long> writesPerDay,
        Reading<Long> hotUpdatesPerDay) {

    public IndexSuggestion {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
    }

    /// How many rows of the table an execution no longer reads. Ordered.
    public enum Impact {
        /// Fewer than 10,000, or nobody knows.
        LOW,
        /// 10,000 and more.
        MEDIUM,
        /// 1,000,000 and more.
        HIGH;

        /// {@return the impact in lower case, as it stands in JSON}
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// {@return the impact of saving so many rows}
        ///
        /// @param rows how many
        public static Impact ofRows(double rows) {
            return rows >= 1_000_000 ? HIGH : rows >= 10_000 ? MEDIUM : LOW;
        }
    }
}
