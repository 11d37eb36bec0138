-- Event triggers, one row each.
SELECT e.oid, '' AS schema, e.evtname AS name, pg_get_userbyid(e.evtowner) AS owner,
       e.evtevent AS "on",
       e.evttags AS tag,
       e.evtfoid::regproc::text AS function,
       CASE e.evtenabled WHEN 'D' THEN 'disable' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always'
       END AS enable
FROM pg_event_trigger e
ORDER BY e.oid
