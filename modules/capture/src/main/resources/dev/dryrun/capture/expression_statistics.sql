-- The statistics of the expressions of extended statistics objects, as far as the role may see
-- them. pg_stats_ext_exprs names no type: the statistics are masked by what they are made of.
SELECT c.oid, s.*
FROM pg_stats_ext_exprs s
JOIN pg_namespace n ON n.nspname = s.schemaname
JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = s.tablename
ORDER BY c.oid, s.statistics_schemaname COLLATE "C", s.statistics_name COLLATE "C",
         s.expr COLLATE "C"
