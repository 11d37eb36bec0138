-- Rows, pages and sizes of tables, one row each. A partitioned table has no storage of its own.
SELECT c.oid,
       n.nspname AS schema,
       c.relname AS name,
       c.reltuples,
       c.relpages,
       pg_relation_size(c.oid) AS table_size,
       pg_indexes_size(c.oid) AS indexes_size,
       pg_total_relation_size(c.oid) AS total_relation_size
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY c.oid
