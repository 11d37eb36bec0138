-- Attributes of indexes that say more than their column does, one row each: those of expressions,
-- and those with options of their operator class. Such options need a support function of the
-- operator class (the fifth of a B-tree, the third of a hash index); initdb makes none of those, so
-- most indexes need not be looked at.
WITH plain (method) AS MATERIALIZED (
    SELECT am.oid
    FROM pg_am am
    WHERE am.amname IN ('btree', 'hash')
      AND NOT EXISTS (SELECT
                      FROM pg_opfamily f
                      JOIN pg_amproc p ON p.amprocfamily = f.oid
                      WHERE f.opfmethod = am.oid
                        AND p.amprocnum = CASE am.amname WHEN 'btree' THEN 5 ELSE 3 END)
)
SELECT i.indrelid AS oid,
       i.indexrelid AS index_oid,
       a.attnum AS position,
       CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END AS base_type,
       t.typcollation AS collation,
       CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END AS statistics_target,
       a.attoptions AS options
FROM pg_index i
JOIN pg_class x ON x.oid = i.indexrelid
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = i.indexrelid
JOIN pg_type t ON t.oid = a.atttypid
WHERE c.relkind IN ('r', 'p', 'm') AND i.indislive
  AND (i.indexprs IS NOT NULL OR x.relam NOT IN (SELECT method FROM plain))
  AND (i.indexprs IS NOT NULL AND i.indkey[a.attnum - 1] = 0 OR a.attoptions IS NOT NULL)
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY i.indrelid, i.indexrelid, a.attnum
