-- What pg_class says of indexes, one row each, by their table. "types" has the type of every key
-- and included column, empty for an expression; NULL for an index of which no rows are known, as
-- nothing is estimated of it. "over" lists the columns that an index with
-- expressions is made of; one over whole rows (attribute 0 in its tree) is made of all of them.
WITH shape (oid, types) AS (
    SELECT i.indexrelid,
           array_agg(CASE WHEN i.indkey[a.attnum - 1] = 0 THEN '' ELSE t.typname END
                     ORDER BY a.attnum)
    FROM pg_index i
    JOIN pg_class c ON c.oid = i.indexrelid AND c.reltuples > 0
    JOIN pg_attribute a ON a.attrelid = i.indexrelid
    JOIN pg_type t ON t.oid = a.atttypid
    GROUP BY i.indexrelid
), made_of (oid, columns) AS (
    SELECT i.indexrelid,
           ARRAY(SELECT a.attname::text
                 FROM pg_attribute a
                 WHERE a.attrelid = i.indrelid AND a.attnum > 0 AND NOT a.attisdropped
                   AND (i.indexprs::text LIKE '%:varattno 0 %'
                        OR a.attnum = ANY (i.indkey)
                        OR a.attnum = ANY (ARRAY(SELECT d.refobjsubid
                                                 FROM pg_depend d
                                                 WHERE d.classid = 'pg_class'::regclass
                                                   AND d.objid = i.indexrelid
                                                   AND d.refclassid = 'pg_class'::regclass
                                                   AND d.refobjid = i.indrelid))))
    FROM pg_index i
    WHERE i.indexprs IS NOT NULL
)
SELECT i.indrelid AS oid,
       i.indexrelid AS index_oid,
       c.relname AS name,
       c.relkind AS kind,
       c.reltuples,
       c.relpages,
       am.amname AS method,
       shape.types,
       i.indpred IS NOT NULL AS partial,
       made_of.columns AS over
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_class tab ON tab.oid = i.indrelid
JOIN pg_namespace n ON n.oid = tab.relnamespace
JOIN pg_am am ON am.oid = c.relam
LEFT JOIN shape ON shape.oid = i.indexrelid
LEFT JOIN made_of ON made_of.oid = i.indexrelid
WHERE tab.relkind IN ('r', 'p', 'm')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY i.indrelid, c.relname COLLATE "C"
