-- Deparsed conditions of CHECK constraints, and whole definitions of exclusion constraints. The
-- parameter: relations left out, as locked.
SELECT k.oid,
       CASE k.contype WHEN 'x' THEN pg_get_constraintdef(k.oid)
                      ELSE pg_get_expr(k.conbin, k.conrelid) END AS text
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE k.contype IN ('c', 'x') AND k.conrelid <> ALL (?::oid[])
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
