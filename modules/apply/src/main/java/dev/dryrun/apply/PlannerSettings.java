package dev.dryrun.apply;

import dev.dryrun.apply.Applied.Setting;
import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.SqlIdentifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The settings that steer the planner, as captured, where the target has others.
///
/// @param database where
record PlannerSettings(Database database) {

    private static final Set<String> NAMES =
            Set.of(
                    "constraint_exclusion",
                    "cpu_index_tuple_cost",
                    "cpu_operator_cost",
                    "cpu_tuple_cost",
                    "cursor_tuple_fraction",
                    "effective_cache_size",
                    "effective_io_concurrency",
                    "from_collapse_limit",
                    "geqo",
                    "geqo_effort",
                    "geqo_generations",
                    "geqo_pool_size",
                    "geqo_seed",
                    "geqo_selection_bias",
                    "geqo_threshold",
                    "hash_mem_multiplier",
                    "jit",
                    "jit_above_cost",
                    "jit_inline_above_cost",
                    "jit_optimize_above_cost",
                    "join_collapse_limit",
                    "max_parallel_workers",
                    "max_parallel_workers_per_gather",
                    "min_parallel_index_scan_size",
                    "min_parallel_table_scan_size",
                    "parallel_leader_participation",
                    "parallel_setup_cost",
                    "parallel_tuple_cost",
                    "plan_cache_mode",
                    "random_page_cost",
                    "recursive_worktable_factor",
                    "seq_page_cost",
                    "work_mem");

    private static final String OWN =
            "SELECT name, reset_val FROM pg_settings WHERE context = 'user' AND name = ?::text";

    /// {@return those that a session on the target may set and that differ there, by name}
    ///
    /// @param catalog what was captured
    List<Setting> differing(Catalog catalog) throws SQLException {
        Map<String, String> captured = new TreeMap<>();
        catalog.forEachSetting(fact -> {
            List<String> value = fact.properties().getOrDefault("setting", List.of());
            boolean steers = NAMES.contains(fact.name()) || fact.name().startsWith("enable_");
            boolean plain = !fact.name().contains(" ");
            if (steers && plain && value.size() == 1) {
                captured.put(fact.name(), value.getFirst());
            }
        });
        List<Setting> differing = new ArrayList<>();
        for (Map.Entry<String, String> setting : captured.entrySet()) {
            Optional<String> own =
                    database.first(OWN, row -> row.getString("reset_val"), setting.getKey());
            if (own.isPresent() && !own.get().equals(setting.getValue())) {
                differing.add(new Setting(setting.getKey(), setting.getValue()));
            }
        }
        return differing;
    }

    /// Makes them the database's own.
    void write(String databaseName, List<Setting> settings) throws SQLException {
        for (Setting setting : settings) {
            database.execute(
                    "ALTER DATABASE "
                            + SqlIdentifier.quote(databaseName)
                            + " SET "
                            + setting.name()
                            + " = '"
                            + setting.value().replace("'", "''")
                            + "'");
        }
    }
}
