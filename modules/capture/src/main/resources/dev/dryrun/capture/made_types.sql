-- The types that somebody made, one row each, with those that their values are made of. The row types
-- of tables are left out.
SELECT n.nspname AS schema, t.typname AS name, t.typtype = 'e' AS lists_values,
       ARRAY(SELECT format_type(p.part, NULL)
             FROM (SELECT t.typbasetype AS part
                   UNION ALL
                   SELECT r.rngsubtype FROM pg_range r WHERE r.rngtypid = t.oid
                   UNION ALL
                   SELECT r.rngtypid FROM pg_range r WHERE r.rngmultitypid = t.oid
                   UNION ALL
                   SELECT a.atttypid
                   FROM pg_attribute a
                   WHERE a.attrelid = t.typrelid AND t.typrelid <> 0
                     AND a.attnum > 0 AND NOT a.attisdropped) p
             WHERE p.part <> 0) AS parts
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_class c ON c.oid = t.typrelid
WHERE (t.typtype IN ('e', 'd', 'r', 'm') OR t.typtype = 'c' AND c.relkind = 'c')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
