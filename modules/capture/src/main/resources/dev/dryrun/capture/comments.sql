-- Comments of whole objects of one catalogue (the parameter), by object.
SELECT d.objoid AS oid, d.description AS comment
FROM pg_description d
WHERE d.classoid = ?::regclass AND d.objsubid = 0 AND d.objoid >= 16384
ORDER BY d.objoid
