-- The functions that are given values of relations and types, one row for each pair: something that
-- hangs on the one names the other.
WITH user_of (classid, objid, function) AS MATERIALIZED (
    SELECT d.classid, d.objid, d.refobjid
    FROM pg_depend d
    WHERE d.refclassid = 'pg_proc'::regclass
      AND d.classid IN ('pg_constraint'::regclass, 'pg_attrdef'::regclass, 'pg_class'::regclass,
                        'pg_policy'::regclass, 'pg_rewrite'::regclass, 'pg_trigger'::regclass,
                        'pg_statistic_ext'::regclass)
), served (function, namespace, name) AS (
    SELECT u.function, c.relnamespace, c.relname
    FROM user_of u
    JOIN pg_depend o ON o.classid = u.classid AND o.objid = u.objid
    JOIN pg_class c ON c.oid = o.refobjid AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
    WHERE o.refclassid = 'pg_class'::regclass
    UNION
    SELECT u.function, t.typnamespace, t.typname
    FROM user_of u
    JOIN pg_depend o ON o.classid = u.classid AND o.objid = u.objid
    JOIN pg_type t ON t.oid = o.refobjid
    WHERE o.refclassid = 'pg_type'::regclass
)
SELECT fn.nspname AS function_schema, p.proname AS function,
       n.nspname AS schema, s.name AS relation
FROM served s
JOIN pg_proc p ON p.oid = s.function
JOIN pg_namespace fn ON fn.oid = p.pronamespace
JOIN pg_namespace n ON n.oid = s.namespace
WHERE fn.nspname !~ '^pg_' AND fn.nspname <> 'information_schema'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
