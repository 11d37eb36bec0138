-- Deparsed expressions of extended statistics objects. The parameter: relations left out, as locked.
SELECT s.oid, pg_get_statisticsobjdef_expressions(s.oid) AS texts
FROM pg_statistic_ext s
JOIN pg_class c ON c.oid = s.stxrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE s.stxexprs IS NOT NULL AND s.stxrelid <> ALL (?::oid[])
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
