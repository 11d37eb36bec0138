-- The relations that views read, by name, one row each, with the columns that their queries name.
SELECT r.ev_class AS oid,
       CASE used.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized_view'
                         WHEN 'f' THEN 'foreign_table' WHEN 'S' THEN 'sequence'
                         ELSE 'table' END AS kind,
       un.nspname AS schema,
       used.relname AS name,
       array_remove(array_agg(DISTINCT a.attname::text), NULL) AS columns
FROM pg_rewrite r
JOIN pg_class c ON c.oid = r.ev_class
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_depend d
  ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
     AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'n'
JOIN pg_class used ON used.oid = d.refobjid AND used.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
JOIN pg_namespace un ON un.oid = used.relnamespace
LEFT JOIN pg_attribute a
       ON a.attrelid = d.refobjid AND a.attnum > 0 AND NOT a.attisdropped
          -- A whole row, `t::text`, names no column and shows all, and leaves no trace where the
          -- query names a column too.
          AND (a.attnum = d.refobjsubid OR r.ev_action::text LIKE '%:varattno 0 %')
WHERE r.rulename = '_RETURN' AND c.relkind IN ('v', 'm') AND d.refobjid <> r.ev_class
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
GROUP BY r.ev_class, used.relkind, un.nspname, used.relname
ORDER BY r.ev_class, un.nspname COLLATE "C", used.relname COLLATE "C"
