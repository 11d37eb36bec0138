-- Deparsed conditions of CHECK constraints, and whole definitions of exclusion constraints. The
-- parameter, twice: relations left out, as locked. To deparse a condition opens its table; so those
-- that are equal, over columns of the same names, are deparsed once: those of partitions and tenants.
-- One with whole rows (attribute 0 in its tree) names its table too.
WITH kept AS MATERIALIZED (
    SELECT k.oid, k.conrelid, k.conbin::text AS tree,
           CASE WHEN k.conbin::text LIKE '%:varattno 0 %' THEN ARRAY[k.oid::text]
                ELSE ARRAY(SELECT a.attname::text
                           FROM pg_attribute a
                           WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
                           ORDER BY a.attnum) END AS names
    FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE k.contype = 'c' AND k.conrelid <> ALL (?::oid[])
      AND c.relpersistence <> 't'
      AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), alike AS (
    SELECT tree, names, min(oid) AS one FROM kept GROUP BY tree, names
), deparsed AS MATERIALIZED (
    SELECT alike.tree, alike.names, pg_get_expr(k.conbin, k.conrelid) AS text
    FROM alike
    JOIN pg_constraint k ON k.oid = alike.one
)
SELECT kept.oid, deparsed.text
FROM kept
JOIN deparsed ON deparsed.tree = kept.tree AND deparsed.names = kept.names
UNION ALL
SELECT k.oid, pg_get_constraintdef(k.oid)
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE k.contype = 'x' AND k.conrelid <> ALL (?::oid[])
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
