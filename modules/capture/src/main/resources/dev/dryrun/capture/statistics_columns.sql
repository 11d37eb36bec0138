-- Every column that can have statistics, by its table: the table's own ("relation" is the table) and
-- the expressions of its indexes ("relation" is the index). "type" is the innermost type: whatever domains and arrays are wrapped around it, to any depth; and json or
-- jsonb where a composite type, a range or a multirange holds one. "readable" is the rule by which
-- pg_stats shows a column, to the role or to the owner who lends it (statistics_lender).
WITH RECURSIVE innermost (oid, leaf) AS (
    SELECT t.oid, t.oid
    FROM pg_type t
    WHERE t.typtype <> 'd' AND t.typcategory <> 'A'
    UNION ALL
    SELECT t.oid, inner_type.leaf
    FROM innermost inner_type
    JOIN pg_type t
      ON (t.typtype = 'd' AND t.typbasetype = inner_type.oid)
      OR (t.typtype <> 'd' AND t.typcategory = 'A' AND t.typelem = inner_type.oid)
), parts (whole, part) AS (
    SELECT oid, typelem FROM pg_type WHERE typelem <> 0
    UNION ALL
    SELECT oid, typbasetype FROM pg_type WHERE typtype = 'd'
    UNION ALL
    SELECT rngtypid, rngsubtype FROM pg_range
    UNION ALL
    SELECT rngmultitypid, rngtypid FROM pg_range
    UNION ALL
    SELECT c.reltype, a.atttypid
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.reltype <> 0 AND a.attnum > 0 AND NOT a.attisdropped
), json_inside (oid, leaf) AS (
    SELECT oid, oid FROM pg_type WHERE oid IN ('json'::regtype, 'jsonb'::regtype)
    UNION
    SELECT parts.whole, json_inside.leaf
    FROM json_inside
    JOIN parts ON parts.part = json_inside.oid
), json_types (oid, leaf) AS (
    SELECT oid, max(leaf) FROM json_inside GROUP BY oid
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
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_index i ON i.indexrelid = c.oid
LEFT JOIN innermost ON innermost.oid = a.atttypid
LEFT JOIN json_types ON json_types.oid = a.atttypid
WHERE (c.relkind IN ('r', 'p', 'm', 'f')
       OR c.relkind IN ('i', 'I') AND i.indkey[a.attnum - 1] = 0)
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY coalesce(i.indrelid, c.oid), a.attname COLLATE "C"
