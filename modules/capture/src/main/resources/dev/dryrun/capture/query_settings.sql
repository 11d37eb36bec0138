-- What decides what pg_stat_statements keeps.
SELECT s.name, s.setting
FROM pg_settings s
WHERE s.name IN ('pg_stat_statements.max', 'pg_stat_statements.track',
                 'pg_stat_statements.track_planning', 'pg_stat_statements.track_utility',
                 'pg_stat_statements.save', 'track_io_timing', 'track_activity_query_size',
                 'compute_query_id', 'block_size')
