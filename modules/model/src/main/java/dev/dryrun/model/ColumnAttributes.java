package dev.dryrun.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What a column of a relation has beside its type and values. Most have nothing of it: [#NONE].
///
/// Source: `pg_attribute`.
///
/// @param collation null when it is its type's own, or the type has none
/// @param storage null when it is its type's own
/// @param compression `pglz` or `lz4`; null for `default_toast_compression`
/// @param statisticsTarget `ALTER COLUMN … SET STATISTICS`; null for `default_statistics_target`
/// @param options `attoptions`: `n_distinct` …, by name
/// @param foreignOptions the options of a foreign table's column, by name; a value that may hold a
///   secret is NOT_CAPTURED
/// @param local whether the table itself declares it, be it inherited or not (`attislocal`)
/// @param parents how many direct parents it is inherited from (`attinhcount`)
/// @param grants what was granted on this column alone; empty when nothing was
public record ColumnAttributes(
        @Nullable QualifiedName collation,
        @Nullable Storage storage,
        @Nullable String compression,
        @Nullable Integer statisticsTarget,
        SortedMap<String, String> options,
        SortedMap<String, Reading<String>> foreignOptions,
        boolean local,
        int parents,
        List<Grant> grants) {

    /// Of a column that has everything at its default.
    public static final ColumnAttributes NONE =
            new ColumnAttributes(
                    null,
                    null,
                    null,
                    null,
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    true,
                    0,
                    List.of());

    public ColumnAttributes {
        options = OptionMap.copyOf(options);
        foreignOptions = OptionMap.copyOf(foreignOptions);
        grants = Grant.normal(grants);
    }

    /// Where large values go (`attstorage`).
    public enum Storage {
        PLAIN("plain"),
        EXTERNAL("external"),
        EXTENDED("extended"),
        MAIN("main");

        private final String word;

        Storage(String word) {
            this.word = word;
        }

        /// {@return the storage in lower case, as it stands in JSON}
        public String word() {
            return word;
        }

        /// {@return the storage with this word, or empty when there is none}
        ///
        /// @param word as [#word] gives it
        public static Optional<Storage> ofWord(String word) {
            return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
        }
    }
}
