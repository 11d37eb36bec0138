-- Which PostgreSQL answers, and what this role may read. Asks privileges only, so nothing fails.
SELECT version() AS version_text,
       current_user AS role,
       has_schema_privilege('pg_catalog', 'USAGE')
           AND has_table_privilege('pg_catalog.pg_class', 'SELECT') AS catalog,
       has_schema_privilege('information_schema', 'USAGE')
           AND has_table_privilege('information_schema.tables', 'SELECT') AS information_schema,
       has_table_privilege('pg_catalog.pg_stat_user_tables', 'SELECT') AS counters,
       has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE') AS control,
       pg_has_role('pg_read_all_stats', 'USAGE') AS all_stats,
       (SELECT count(*) FROM pg_class c
        WHERE c.relkind IN ('r', 'p', 'm') AND c.oid >= 16384 AND NOT c.relrowsecurity
          AND c.relpersistence <> 't'
          AND (NOT has_schema_privilege(c.relnamespace, 'USAGE')
               OR NOT has_any_column_privilege(c.oid, 'SELECT'))) AS hidden_tables,
       (SELECT count(*) FROM pg_class c
        WHERE c.relkind IN ('r', 'p', 'm') AND c.oid >= 16384 AND c.relpersistence <> 't')
           AS tables,
       (SELECT count(*) FROM pg_class c
        WHERE c.oid >= 16384
          -- CASE keeps the order: of what is no sequence the function must not be asked.
          AND CASE WHEN c.relkind = 'S'
                   THEN NOT has_sequence_privilege(c.oid, 'SELECT,USAGE') END)
           AS hidden_sequences,
       (SELECT count(*) FROM pg_class c WHERE c.relkind = 'S' AND c.oid >= 16384) AS sequences,
       EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_stat_statements') AS statements,
       EXISTS (SELECT FROM pg_extension WHERE extname = 'google_columnar_engine') AS alloydb,
       EXISTS (SELECT FROM pg_settings WHERE name LIKE 'alloydb\_omni%') AS alloydb_omni
