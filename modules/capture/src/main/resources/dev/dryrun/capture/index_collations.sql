-- The collations that indexes use.
SELECT co.oid, n.nspname AS schema, co.collname AS name
FROM pg_collation co
JOIN pg_namespace n ON n.oid = co.collnamespace
WHERE co.oid IN (SELECT unnest(indcollation::oid[]) FROM pg_index)
