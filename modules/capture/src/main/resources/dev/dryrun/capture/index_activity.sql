-- Activity counters of indexes, by their table.
SELECT s.relid AS oid,
       s.indexrelname,
       s.idx_scan,
       s.last_idx_scan, -- since 16
       s.idx_tup_read,
       s.idx_tup_fetch,
       pg_stat_get_blocks_fetched(s.indexrelid)
         - pg_stat_get_blocks_hit(s.indexrelid) AS blks_read,
       pg_stat_get_blocks_hit(s.indexrelid) AS blks_hit
FROM pg_stat_user_indexes s
WHERE s.schemaname !~ '^pg_'
ORDER BY s.relid, s.indexrelname COLLATE "C"
