-- Replication slots, those of other databases included: they too keep WAL and old rows.
SELECT s.* FROM pg_replication_slots s ORDER BY s.slot_name COLLATE "C"
