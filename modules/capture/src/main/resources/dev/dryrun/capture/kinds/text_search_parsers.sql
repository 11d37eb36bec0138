-- Text search parsers, one row each.
SELECT p.oid, n.nspname AS schema, p.prsname AS name, NULL AS owner,
       p.prsstart::text AS start,
       p.prstoken::text AS gettoken,
       p.prsend::text AS "end",
       p.prslextype::text AS lextypes,
       CASE WHEN p.prsheadline <> 0 THEN p.prsheadline::text END AS headline
FROM pg_ts_parser p
JOIN pg_namespace n ON n.oid = p.prsnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY p.oid
