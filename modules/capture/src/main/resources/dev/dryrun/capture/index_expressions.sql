-- Deparsed expressions of indexes, in their order. The parameter: relations left out, as locked. Those
-- that are equal over equal columns are deparsed once, as in constraint_expressions.
WITH kept AS MATERIALIZED (
    SELECT i.indexrelid, i.indexprs::text AS tree,
           CASE WHEN i.indexprs::text LIKE '%:varattno 0 %' THEN ARRAY[i.indexrelid::text]
                ELSE ARRAY(SELECT a.attname::text
                           FROM pg_attribute a
                           WHERE a.attrelid = i.indrelid AND a.attnum > 0
                           ORDER BY a.attnum) END AS names
    FROM pg_index i
    JOIN pg_class c ON c.oid = i.indrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE i.indexprs IS NOT NULL AND i.indrelid <> ALL (?::oid[])
      AND c.relpersistence <> 't'
      AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), alike AS (
    SELECT tree, names, min(indexrelid) AS one FROM kept GROUP BY tree, names
), deparsed AS MATERIALIZED (
    SELECT alike.tree, alike.names,
           ARRAY(SELECT pg_get_indexdef(i.indexrelid, position, false)
                 FROM generate_series(1, i.indnkeyatts) AS position
                 WHERE i.indkey[position - 1] = 0
                 ORDER BY position) AS texts
    FROM alike
    JOIN pg_index i ON i.indexrelid = alike.one
)
SELECT kept.indexrelid AS oid, deparsed.texts
FROM kept
JOIN deparsed ON deparsed.tree = kept.tree AND deparsed.names = kept.names
