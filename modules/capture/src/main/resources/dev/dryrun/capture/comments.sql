-- Comments of whole objects of one catalogue (the parameter), by object. What initdb made has
-- comments too; only its schemas and extensions can be of interest.
SELECT d.objoid AS oid, d.description AS comment
FROM pg_description d
WHERE d.classoid = ?::regclass AND d.objsubid = 0
  AND (d.objoid >= 16384
       OR d.classoid IN ('pg_namespace'::regclass, 'pg_extension'::regclass))
ORDER BY d.objoid
