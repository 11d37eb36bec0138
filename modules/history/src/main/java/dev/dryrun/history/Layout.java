package dev.dryrun.history;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where the members of a document stand in its row, by the document's type. The places are part of
/// the format; the views in `schema-4.sql` know them too.
///
/// @param figures members of the document itself that stand in one array
/// @param figureNames the same, to be found quickly
/// @param rows by the name of a list, the members of each of its elements
/// @param named whether the document says its object's name
record Layout(
        List<String> figures,
        Set<String> figureNames,
        Map<String, List<String>> rows,
        boolean named) {

    /// The place of an object with the members that have no place of their own.
    static final String REST = "";

    /// The type of the documents that are made of row sets.
    static final String NODE_STATISTICS = "node_statistics";

    private static final String NAME = "name";
    private static final String INDEXES = "indexes";

    private static final Layout STATISTICS =
            of(
                    List.of(
                            "reltuples",
                            "relpages",
                            "relallvisible",
                            "relallfrozen",
                            "relfrozenxid",
                            "relminmxid",
                            "toast_relfrozenxid",
                            "table_size",
                            "toast_size",
                            "indexes_size",
                            "total_relation_size"),
                    Map.of(
                            "columns",
                            List.of(
                                    NAME,
                                    "type",
                                    "null_frac",
                                    "avg_width",
                                    "n_distinct",
                                    "correlation",
                                    "most_common_vals",
                                    "most_common_freqs",
                                    "histogram_bounds",
                                    REST),
                            INDEXES,
                            List.of(NAME, "reltuples", "relpages", "size", REST)),
                    true);

    private static final Layout ACTIVITY =
            of(
                    List.of(
                            "seq_scan",
                            "last_seq_scan",
                            "seq_tup_read",
                            "idx_scan",
                            "last_idx_scan",
                            "idx_tup_fetch",
                            "n_tup_ins",
                            "n_tup_upd",
                            "n_tup_del",
                            "n_tup_hot_upd",
                            "n_tup_newpage_upd",
                            "n_live_tup",
                            "n_dead_tup",
                            "n_mod_since_analyze",
                            "n_ins_since_vacuum",
                            "heap_blks_read",
                            "heap_blks_hit",
                            "last_vacuum",
                            "vacuum_count",
                            "total_vacuum_time",
                            "last_autovacuum",
                            "autovacuum_count",
                            "total_autovacuum_time",
                            "last_analyze",
                            "analyze_count",
                            "total_analyze_time",
                            "last_autoanalyze",
                            "autoanalyze_count",
                            "total_autoanalyze_time"),
                    Map.of(
                            INDEXES,
                            List.of(
                                    NAME,
                                    "idx_scan",
                                    "last_idx_scan",
                                    "idx_tup_read",
                                    "idx_tup_fetch",
                                    "idx_blks_read",
                                    "idx_blks_hit",
                                    REST)),
                    true);

    private static final Layout DEFINITION =
            of(
                    List.of(),
                    Map.of(
                            "columns",
                            List.of(NAME, "type", "not_null", "default", REST),
                            INDEXES,
                            List.of(NAME, "method", "definition", "keys", REST),
                            "constraints",
                            List.of(NAME, "kind", "columns", REST),
                            "arguments",
                            List.of(NAME, "type", "default", REST)),
                    true);

    /// Of which there is one for each node; the stream says which.
    private static final Layout NODE = of(List.of(), Map.of(), false);

    private static Layout of(List<String> figures, Map<String, List<String>> rows, boolean named) {
        return new Layout(figures, Set.copyOf(figures), rows, named);
    }

    /// {@return whether the member of that name is one of the figures}
    boolean isFigure(String name) {
        return figureNames.contains(name);
    }

    /// {@return where the members of such a document stand}
    ///
    /// @param type the word of its record
    static Layout of(String type) {
        return switch (type) {
            case "table_statistics" -> STATISTICS;
            case "table_activity" -> ACTIVITY;
            case NODE_STATISTICS, "query_statistics_info" -> NODE;
            default -> DEFINITION;
        };
    }
}
