-- What this standby receives. Never sender_host, sender_port, conninfo. "hidden" says that the role
-- sees only that it does.
SELECT s.status, s.receive_start_lsn, s.receive_start_tli, s.written_lsn, s.flushed_lsn,
       s.received_tli, s.last_msg_send_time, s.last_msg_receipt_time, s.latest_end_lsn,
       s.latest_end_time, s.slot_name,
       CASE WHEN s.status IS NULL THEN true END AS hidden
FROM pg_stat_wal_receiver s
WHERE s.pid IS NOT NULL
