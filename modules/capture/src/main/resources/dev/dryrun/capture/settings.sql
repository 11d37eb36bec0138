-- Settings by an allow-list of names: those that decide types, names, plans, locks and vacuuming.
-- A name with a dot is never read, nor a command, a path or a connection string: they hold secrets.
-- Each is given as RESET would restore it, because the capture sets some of its own; where the
-- driver itself set it when it connected, its value is absent: RESET would restore the driver's.
WITH allowed(name) AS (
    SELECT unnest(ARRAY[
        'array_nulls', 'autovacuum', 'autovacuum_analyze_scale_factor',
        'autovacuum_analyze_threshold', 'autovacuum_freeze_max_age', 'autovacuum_max_workers',
        'autovacuum_multixact_freeze_max_age', 'autovacuum_naptime',
        'autovacuum_vacuum_cost_delay', 'autovacuum_vacuum_cost_limit',
        'autovacuum_vacuum_insert_scale_factor', 'autovacuum_vacuum_insert_threshold',
        'autovacuum_vacuum_max_threshold', 'autovacuum_vacuum_scale_factor',
        'autovacuum_vacuum_threshold', 'autovacuum_work_mem', 'backslash_quote', 'block_size',
        'bytea_output', 'check_function_bodies', 'checkpoint_completion_target',
        'checkpoint_timeout', 'compute_query_id', 'constraint_exclusion',
        'cpu_index_tuple_cost', 'cpu_operator_cost', 'cpu_tuple_cost', 'cursor_tuple_fraction',
        'data_checksums', 'DateStyle', 'deadlock_timeout', 'default_statistics_target',
        'default_table_access_method', 'default_tablespace', 'default_text_search_config',
        'default_toast_compression', 'default_transaction_deferrable',
        'default_transaction_isolation', 'default_transaction_read_only', 'effective_cache_size',
        'effective_io_concurrency', 'event_triggers', 'extra_float_digits', 'from_collapse_limit',
        'fsync', 'full_page_writes', 'geqo', 'geqo_effort', 'geqo_generations', 'geqo_pool_size',
        'geqo_seed', 'geqo_selection_bias', 'geqo_threshold', 'gin_fuzzy_search_limit',
        'gin_pending_list_limit', 'hash_mem_multiplier', 'hot_standby_feedback', 'huge_pages',
        'idle_in_transaction_session_timeout', 'idle_session_timeout', 'integer_datetimes',
        'IntervalStyle', 'io_combine_limit', 'io_method', 'jit', 'jit_above_cost',
        'jit_inline_above_cost', 'jit_optimize_above_cost', 'join_collapse_limit', 'lc_messages',
        'lc_monetary', 'lc_numeric', 'lc_time', 'lo_compat_privileges', 'lock_timeout',
        'log_timezone', 'maintenance_io_concurrency', 'maintenance_work_mem', 'max_connections',
        'max_function_args', 'max_identifier_length', 'max_index_keys',
        'max_locks_per_transaction', 'max_parallel_maintenance_workers', 'max_parallel_workers',
        'max_parallel_workers_per_gather', 'max_pred_locks_per_transaction',
        'max_prepared_transactions', 'max_replication_slots', 'max_standby_archive_delay',
        'max_standby_streaming_delay', 'max_wal_senders', 'max_wal_size', 'max_worker_processes',
        'min_parallel_index_scan_size', 'min_parallel_table_scan_size', 'min_wal_size',
        'old_snapshot_threshold', 'parallel_leader_participation', 'parallel_setup_cost',
        'parallel_tuple_cost', 'password_encryption', 'plan_cache_mode', 'quote_all_identifiers',
        'random_page_cost', 'recursive_worktable_factor', 'row_security', 'search_path',
        'seq_page_cost', 'server_encoding', 'session_replication_role', 'shared_buffers',
        'standard_conforming_strings', 'statement_timeout', 'synchronize_seqscans',
        'synchronous_commit', 'temp_buffers', 'temp_file_limit', 'TimeZone', 'track_activities',
        'track_counts', 'track_functions', 'track_io_timing', 'track_wal_io_timing',
        'transaction_timeout', 'transform_null_equals', 'vacuum_cost_delay', 'vacuum_cost_limit',
        'vacuum_cost_page_dirty', 'vacuum_cost_page_hit', 'vacuum_cost_page_miss',
        'vacuum_failsafe_age', 'vacuum_freeze_min_age', 'vacuum_freeze_table_age',
        'vacuum_multixact_failsafe_age', 'vacuum_multixact_freeze_min_age',
        'vacuum_multixact_freeze_table_age', 'vacuum_truncate', 'wal_compression', 'wal_level',
        'work_mem', 'xmlbinary', 'xmloption'])
    UNION
    SELECT s.name FROM pg_settings s WHERE s.name ~ '^enable_[a-z_]+$'
),
own AS (
    SELECT d.setdatabase, d.setrole, split_part(c.entry, '=', 1) AS name,
           substr(c.entry, strpos(c.entry, '=') + 1) AS setting
    FROM pg_db_role_setting d
    CROSS JOIN LATERAL unnest(d.setconfig) c(entry)
    WHERE d.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
      AND d.setrole <> (SELECT r.oid FROM pg_roles r WHERE r.rolname = session_user)
)
SELECT s.name,
       CASE WHEN NOT c.client THEN s.reset_val END AS setting,
       CASE WHEN c.client THEN 'set by the driver' END AS absent,
       CASE WHEN NOT c.client THEN s.unit END AS unit,
       CASE WHEN s.source NOT IN ('client', 'session', 'default') THEN s.source END AS source,
       NULL AS role,
       NULL AS database
FROM pg_settings s
JOIN allowed a ON lower(a.name) = lower(s.name)
CROSS JOIN LATERAL (SELECT s.source = 'client'
                           OR s.name IN ('DateStyle', 'extra_float_digits', 'TimeZone'))
                   c(client)
UNION ALL
SELECT f.name, f.setting, NULL, NULL, 'database', NULL, NULL
FROM pg_database d
CROSS JOIN LATERAL (VALUES ('lc_collate', d.datcollate::text), ('lc_ctype', d.datctype::text))
                   f(name, setting)
WHERE d.datname = current_database()
UNION ALL
SELECT o.name
       || CASE WHEN o.setrole <> 0 THEN ' of role ' || quote_ident(pg_get_userbyid(o.setrole))
          ELSE '' END
       || CASE WHEN o.setdatabase <> 0 THEN ' in this database' ELSE '' END
       || CASE WHEN o.setrole = 0 AND o.setdatabase = 0 THEN ' of all roles' ELSE '' END,
       o.setting, NULL, NULL, NULL,
       CASE WHEN o.setrole <> 0 THEN pg_get_userbyid(o.setrole)::text END,
       CASE WHEN o.setdatabase <> 0 THEN 'this' END
FROM own o
JOIN allowed a ON lower(a.name) = lower(o.name)
ORDER BY 1
