-- Activity counters of tables, one row each. All columns of the view, because they differ by
-- version. The blocks are those of pg_statio_user_tables, without its sums over indexes.
SELECT s.relid AS oid, s.*, c.relkind,
       pg_stat_get_blocks_fetched(s.relid) - pg_stat_get_blocks_hit(s.relid) AS blks_read,
       pg_stat_get_blocks_hit(s.relid) AS blks_hit
FROM pg_stat_user_tables s
JOIN pg_class c ON c.oid = s.relid
WHERE s.schemaname !~ '^pg_'
ORDER BY s.relid
