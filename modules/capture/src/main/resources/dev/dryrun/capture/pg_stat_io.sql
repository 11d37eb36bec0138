-- Input and output by kind of backend, object and context; since 16.
SELECT s.*
FROM pg_stat_io s
ORDER BY s.backend_type COLLATE "C", s.object COLLATE "C", s.context COLLATE "C"
