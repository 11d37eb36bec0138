-- Text search templates, one row each.
SELECT t.oid, n.nspname AS schema, t.tmplname AS name, NULL AS owner,
       CASE WHEN t.tmplinit <> 0 THEN t.tmplinit::text END AS init,
       t.tmpllexize::text AS lexize
FROM pg_ts_template t
JOIN pg_namespace n ON n.oid = t.tmplnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY t.oid
