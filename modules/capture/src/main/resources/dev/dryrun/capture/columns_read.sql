-- The columns that the queries of views name, one row each.
SELECT DISTINCT n.nspname AS schema, c.relname AS relation, a.attname AS name,
       vn.nspname AS view_schema, v.relname AS view
FROM pg_rewrite r
JOIN pg_class v ON v.oid = r.ev_class AND v.relkind IN ('v', 'm')
JOIN pg_namespace vn ON vn.oid = v.relnamespace
JOIN pg_depend d
  ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
     AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.ev_class
JOIN pg_class c ON c.oid = d.refobjid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a
  ON a.attrelid = d.refobjid AND NOT a.attisdropped AND a.attnum > 0
     -- A whole row, `t::text`, names no column and shows all, and leaves no trace where the query
     -- names a column too.
     AND (a.attnum = d.refobjsubid OR r.ev_action::text LIKE '%:varattno 0 %')
WHERE r.rulename = '_RETURN'
  AND vn.nspname !~ '^pg_' AND vn.nspname <> 'information_schema'
