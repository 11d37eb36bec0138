-- Which objects of one catalogue (the parameter) belong to an extension.
SELECT d.objid AS oid, e.extname AS extension
FROM pg_depend d
JOIN pg_extension e ON e.oid = d.refobjid
WHERE d.classid = ?::regclass AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
ORDER BY d.objid
