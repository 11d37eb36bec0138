-- WAL written.
SELECT s.* FROM pg_stat_wal s
