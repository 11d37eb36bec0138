-- Tables, foreign tables, views, materialised views and sequences, one row each. An option is "name=value"; of
-- a foreign table's, those that may hold a secret are the name alone.
SELECT c.oid,
       n.nspname AS schema,
       c.relname AS name,
       c.relkind AS kind,
       pg_get_userbyid(c.relowner) AS owner,
       c.relpersistence = 'u' AS unlogged,
       CASE WHEN am.amname <> 'heap' OR c.relkind = 'p' THEN am.amname END AS access_method,
       ts.spcname AS tablespace,
       c.reloptions AS options,
       toast.reloptions AS toast_options,
       c.relreplident AS replica_identity,
       c.relrowsecurity AS row_security,
       c.relforcerowsecurity AS force_row_security,
       c.relispopulated AS populated,
       c.relispartition AS partition,
       p.partstrat AS strategy,
       tn.nspname AS type_schema,
       t.typname AS type_name,
       fs.srvname AS server,
       CASE WHEN f.ftoptions IS NOT NULL THEN
           ARRAY(SELECT o.option_name
                        || CASE WHEN o.option_name IN ('schema_name', 'table_name', 'column_name',
                                                       'schema', 'table', 'format', 'updatable',
                                                       'truncatable', 'fetch_size', 'batch_size',
                                                       'async_capable', 'analyze_sampling',
                                                       'use_remote_estimate', 'header',
                                                       'delimiter', 'quote', 'escape', 'null',
                                                       'encoding')
                                THEN '=' || o.option_value ELSE '' END
                 FROM pg_options_to_table(f.ftoptions) o)
       END AS foreign_options
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_am am ON am.oid = c.relam
LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
LEFT JOIN pg_partitioned_table p ON p.partrelid = c.oid
LEFT JOIN pg_type t ON t.oid = c.reloftype
LEFT JOIN pg_namespace tn ON tn.oid = t.typnamespace
LEFT JOIN pg_foreign_table f ON f.ftrelid = c.oid
LEFT JOIN pg_foreign_server fs ON fs.oid = f.ftserver
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY c.oid
