-- Constraints of domains, by domain, then name. NOT NULL is one since PostgreSQL 17.
SELECT c.contypid AS oid,
       c.conname AS name,
       c.contype = 'n' AS not_null,
       c.conname = t.typname || '_not_null' AS usual_name,
       coalesce(pg_get_expr(c.conbin, 0), '') AS expression,
       c.convalidated AS validated,
       d.description AS comment
FROM pg_constraint c
JOIN pg_type t ON t.oid = c.contypid
LEFT JOIN pg_description d
       ON d.objoid = c.oid AND d.classoid = 'pg_constraint'::regclass AND d.objsubid = 0
WHERE c.contype IN ('c', 'n') AND c.contypid > 0
ORDER BY c.contypid, c.conname
