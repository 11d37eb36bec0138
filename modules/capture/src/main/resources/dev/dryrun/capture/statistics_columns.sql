-- Every column that can have statistics, by its table: the table's own ("relation" is the table) and
-- the expressions of its indexes ("relation" is the index); with those it has, a row for each (two
-- where a table has children), else one without. All columns of pg_stats (or of what an owner lends:
-- the marker), because they differ by version. "type" is the innermost type: whatever
-- domains and arrays are wrapped around it, to any depth; and json or jsonb where a composite type, a
-- range or a multirange holds one. "readable" is the rule by which pg_stats shows a column, to the
-- role or to the owner who lends it (statistics_lender).
-- Left out are relations that nobody ever analysed: they have no statistics, and nothing is estimated
-- of them. A TRUNCATE makes a relation look so, but leaves its statistics; so does a partitioned table
-- on its own level.
-- OFFSET 0: columns are looked up by their relation, as most relations are left out; and types
-- are followed from those that columns have, as every table brings two that hardly any column has.
WITH RECURSIVE statistics AS MATERIALIZED (
    SELECT coalesce(i.indrelid, c.oid) AS table_oid, c.oid AS relation_oid, s.*
    FROM @statistics@ s
    JOIN pg_namespace n ON n.nspname = s.schemaname
    JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = s.tablename
    LEFT JOIN pg_index i ON i.indexrelid = c.oid
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), tables (oid) AS MATERIALIZED (
    SELECT t.oid
    FROM pg_class t
    JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE t.relkind IN ('r', 'p', 'm', 'f')
      AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      AND (t.reltuples >= 0
           OR t.relkind IN ('p', 'f')
           OR t.oid IN (SELECT e.stxrelid FROM pg_statistic_ext e)
           OR t.oid IN (SELECT s.table_oid FROM statistics s))
), relations (oid, table_oid, keys) AS (
    SELECT oid, oid, NULL::int2vector FROM tables
    UNION ALL
    SELECT i.indexrelid, i.indrelid, i.indkey
    FROM tables
    JOIN pg_index i ON i.indrelid = tables.oid
    WHERE i.indexprs IS NOT NULL
), columns AS MATERIALIZED (
    SELECT r.table_oid, a.attrelid, a.attnum, a.attname, a.atttypid
    FROM relations r
    CROSS JOIN LATERAL (
        SELECT p.attrelid, p.attnum, p.attname, p.atttypid
        FROM pg_attribute p
        WHERE p.attrelid = r.oid AND p.attnum > 0 AND NOT p.attisdropped
        OFFSET 0
    ) a
    WHERE r.keys IS NULL OR r.keys[a.attnum - 1] = 0
), used (oid) AS MATERIALIZED (
    SELECT DISTINCT atttypid FROM columns
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
), json_types (oid, leaf) AS MATERIALIZED (
    SELECT oid, max(part)
    FROM within
    WHERE part IN ('json'::regtype, 'jsonb'::regtype)
    GROUP BY oid
), types (oid, name, declared, is_range) AS MATERIALIZED (
    SELECT used.oid, format_type(coalesce(json_types.leaf, innermost.leaf, used.oid), NULL),
           t.typname, t.typtype IN ('r', 'm')
    FROM used
    JOIN pg_type t ON t.oid = used.oid
    LEFT JOIN innermost ON innermost.oid = used.oid
    LEFT JOIN json_types ON json_types.oid = used.oid
), lender (oid) AS MATERIALIZED (
    SELECT p.proowner
    FROM pg_proc p
    JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'dryrun' AND p.proname = 'column_statistics' AND p.pronargs = 0
      AND p.prosecdef AND p.proretset AND p.prorettype = 'pg_catalog.pg_stats'::regtype
      AND has_schema_privilege(n.oid, 'USAGE') AND has_function_privilege(p.oid, 'EXECUTE')
)
SELECT a.table_oid AS oid,
       a.attrelid AS relation,
       a.attname AS name,
       types.name AS type,
       types.declared,
       types.is_range,
       s.attname IS NOT NULL
       OR coalesce((has_table_privilege(c.oid, 'SELECT')
                    OR has_column_privilege(c.oid, a.attnum, 'SELECT'))
                   AND NOT (c.relrowsecurity AND row_security_active(c.oid)), false)
       OR EXISTS (SELECT FROM lender
                  WHERE (has_table_privilege(lender.oid, c.oid, 'SELECT')
                         OR has_column_privilege(lender.oid, c.oid, a.attnum, 'SELECT'))
                    AND NOT (c.relrowsecurity
                             AND (c.relowner <> lender.oid OR c.relforcerowsecurity)))
           AS readable,
       s.*
FROM columns a
JOIN pg_class c ON c.oid = a.attrelid
JOIN types ON types.oid = a.atttypid
LEFT JOIN statistics s ON s.relation_oid = a.attrelid AND s.attname = a.attname
ORDER BY a.table_oid, a.attname COLLATE "C", s.inherited
