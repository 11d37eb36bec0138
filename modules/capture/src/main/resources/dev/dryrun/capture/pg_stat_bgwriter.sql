-- The background writer; before 17 with the checkpoints.
SELECT s.* FROM pg_stat_bgwriter s
