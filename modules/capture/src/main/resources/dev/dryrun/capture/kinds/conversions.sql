-- Conversions between encodings, one row each.
SELECT c.oid, n.nspname AS schema, c.conname AS name, pg_get_userbyid(c.conowner) AS owner,
       pg_encoding_to_char(c.conforencoding) AS "for",
       pg_encoding_to_char(c.contoencoding) AS "to",
       c.conproc::text AS "from",
       CASE WHEN c.condefault THEN 'true' END AS "default"
FROM pg_conversion c
JOIN pg_namespace n ON n.oid = c.connamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY c.oid
