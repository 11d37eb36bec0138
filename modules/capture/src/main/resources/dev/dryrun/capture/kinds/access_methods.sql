-- Access methods that initdb did not make, one row each.
SELECT a.oid, '' AS schema, a.amname AS name, NULL AS owner,
       CASE a.amtype WHEN 'i' THEN 'index' ELSE 'table' END AS type,
       a.amhandler::text AS handler
FROM pg_am a
WHERE a.oid >= 16384
ORDER BY a.oid
