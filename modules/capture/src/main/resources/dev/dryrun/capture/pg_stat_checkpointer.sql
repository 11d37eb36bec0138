-- The checkpoints; since 17.
SELECT s.* FROM pg_stat_checkpointer s
