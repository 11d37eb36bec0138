-- Extensions, plpgsql included, one row each. The fifth column and those after it are properties.
SELECT e.oid, '' AS schema, e.extname AS name, pg_get_userbyid(e.extowner) AS owner,
       n.nspname AS schema,
       e.extversion AS version
FROM pg_extension e
JOIN pg_namespace n ON n.oid = e.extnamespace
ORDER BY e.oid
