-- Extended statistics objects by name, one row each.
SELECT s.stxrelid AS oid,
       s.oid AS statistics_oid,
       sn.nspname AS schema,
       s.stxname AS name,
       pg_get_userbyid(s.stxowner) AS owner,
       ARRAY(SELECT CASE kind WHEN 'd' THEN 'ndistinct' WHEN 'f' THEN 'dependencies'
                              WHEN 'm' THEN 'mcv' WHEN 'e' THEN 'expressions'
                              ELSE kind::text END
             FROM unnest(s.stxkind) AS kind) AS kinds,
       s.stxkeys::text AS keys,
       s.stxexprs IS NOT NULL AS has_expressions,
       CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END AS statistics_target,
       d.description AS comment
FROM pg_statistic_ext s
JOIN pg_namespace sn ON sn.oid = s.stxnamespace
JOIN pg_class c ON c.oid = s.stxrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_description d
       ON d.objoid = s.oid AND d.classoid = 'pg_statistic_ext'::regclass AND d.objsubid = 0
WHERE true
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY s.stxrelid, sn.nspname COLLATE "C", s.stxname COLLATE "C"
