-- The standbys that are connected. Never client_addr, client_hostname, client_port. "hidden" says
-- that the role sees only that there is one.
SELECT s.application_name, s.state, s.sync_state, s.sync_priority,
       s.sent_lsn, s.write_lsn, s.flush_lsn, s.replay_lsn,
       pg_wal_lsn_diff(s.sent_lsn, s.replay_lsn) AS replay_lag_bytes,
       extract(epoch FROM s.write_lag) * 1000 AS write_lag_ms,
       extract(epoch FROM s.flush_lag) * 1000 AS flush_lag_ms,
       extract(epoch FROM s.replay_lag) * 1000 AS replay_lag_ms,
       s.backend_xmin,
       CASE WHEN s.state IS NULL THEN true END AS hidden
FROM pg_stat_replication s
ORDER BY s.application_name COLLATE "C", s.pid
