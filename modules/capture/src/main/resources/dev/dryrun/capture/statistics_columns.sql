-- Every column that can have statistics, by its table: the table's own ("relation" is the table) and
-- the expressions of its indexes ("relation" is the index). "type" is the innermost type: whatever
-- domains and arrays are wrapped around it, to any depth; and json or jsonb where a composite type, a
-- range or a multirange holds one. "readable" is the rule by which pg_stats shows a column, to the
-- role or to the owner who lends it (statistics_lender).
-- Left out are relations that nobody ever analysed: they have no statistics, and nothing is estimated
-- of them. A TRUNCATE makes a relation look so, but leaves its statistics; so does a partitioned table
-- on its own level.
-- Types are followed from those that columns have: every table brings two types of its own, which
-- hardly any column has.
WITH RECURSIVE used (oid) AS MATERIALIZED (
    SELECT DISTINCT atttypid FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped
), unwrapped (oid, inner_type) AS (
    SELECT oid, oid FROM used
    UNION
    SELECT u.oid, CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE t.typelem END
    FROM unwrapped u
    JOIN pg_type t ON t.oid = u.inner_type
    WHERE t.typtype = 'd' OR t.typcategory = 'A'
), innermost (oid, leaf) AS MATERIALIZED (
    SELECT u.oid, t.oid
    FROM unwrapped u
    JOIN pg_type t ON t.oid = u.inner_type
    WHERE t.typtype <> 'd' AND t.typcategory <> 'A'
), within (oid, part) AS (
    SELECT oid, oid FROM used
    UNION
    SELECT w.oid, p.part
    FROM within w
    JOIN pg_type t ON t.oid = w.part
    CROSS JOIN LATERAL (
        SELECT t.typelem AS part
        UNION ALL
        SELECT t.typbasetype
        UNION ALL
        SELECT r.rngsubtype FROM pg_range r WHERE r.rngtypid = t.oid
        UNION ALL
        SELECT r.rngtypid FROM pg_range r WHERE r.rngmultitypid = t.oid
        UNION ALL
        SELECT a.atttypid
        FROM pg_attribute a
        WHERE a.attrelid = t.typrelid AND t.typrelid <> 0 AND a.attnum > 0 AND NOT a.attisdropped
    ) p
    WHERE p.part <> 0
), kept (oid) AS MATERIALIZED (
    SELECT coalesce(i.indrelid, c.oid)
    FROM (SELECT DISTINCT schemaname, tablename FROM pg_stats) s
    JOIN pg_namespace n ON n.nspname = s.schemaname
    JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = s.tablename
    LEFT JOIN pg_index i ON i.indexrelid = c.oid
), json_types (oid, leaf) AS MATERIALIZED (
    SELECT oid, max(part)
    FROM within
    WHERE part IN ('json'::regtype, 'jsonb'::regtype)
    GROUP BY oid
), lender (oid) AS MATERIALIZED (
    SELECT p.proowner
    FROM pg_proc p
    JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'dryrun' AND p.proname = 'column_statistics' AND p.pronargs = 0
      AND p.prosecdef AND p.proretset AND p.prorettype = 'pg_catalog.pg_stats'::regtype
      AND has_schema_privilege(n.oid, 'USAGE') AND has_function_privilege(p.oid, 'EXECUTE')
)
SELECT coalesce(i.indrelid, c.oid) AS oid,
       c.oid AS relation,
       a.attname AS name,
       format_type(coalesce(json_types.leaf, innermost.leaf, a.atttypid), NULL) AS type,
       t.typname AS declared,
       t.typtype IN ('r', 'm') AS is_range,
       coalesce((has_table_privilege(c.oid, 'SELECT')
                 OR has_column_privilege(c.oid, a.attnum, 'SELECT'))
                AND NOT (c.relrowsecurity AND row_security_active(c.oid)), false)
       OR EXISTS (SELECT FROM lender
                  WHERE (has_table_privilege(lender.oid, c.oid, 'SELECT')
                         OR has_column_privilege(lender.oid, c.oid, a.attnum, 'SELECT'))
                    AND NOT (c.relrowsecurity
                             AND (c.relowner <> lender.oid OR c.relforcerowsecurity)))
           AS readable
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_index i ON i.indexrelid = c.oid
JOIN pg_class tab ON tab.oid = coalesce(i.indrelid, c.oid)
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN innermost ON innermost.oid = a.atttypid
LEFT JOIN json_types ON json_types.oid = a.atttypid
WHERE (c.relkind IN ('r', 'p', 'm', 'f')
       OR c.relkind IN ('i', 'I') AND i.indkey[a.attnum - 1] = 0)
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND (tab.reltuples >= 0
       OR tab.relkind IN ('p', 'f')
       OR EXISTS (SELECT FROM pg_statistic_ext e WHERE e.stxrelid = tab.oid)
       OR tab.oid IN (SELECT kept.oid FROM kept))
ORDER BY coalesce(i.indrelid, c.oid), a.attname COLLATE "C"
