-- The data of extended statistics objects, as far as the role may see it; "inherited" since 15.
SELECT c.oid, s.*
FROM pg_stats_ext s
JOIN pg_namespace n ON n.nspname = s.schemaname
JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = s.tablename
ORDER BY c.oid, s.statistics_schemaname COLLATE "C", s.statistics_name COLLATE "C"
