-- When the server was started.
SELECT pg_postmaster_start_time() AS started_at
