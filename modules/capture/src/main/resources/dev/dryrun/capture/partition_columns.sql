-- The columns in partition keys, one row each: those named, and those in the expressions of a key.
SELECT n.nspname AS schema, c.relname AS relation, a.attname AS name
FROM pg_partitioned_table p
JOIN pg_class c ON c.oid = p.partrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attnum > 0 AND NOT a.attisdropped
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND (a.attnum = ANY (p.partattrs::smallint[])
       OR EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_class'::regclass AND d.objid = p.partrelid
                    AND d.objsubid = a.attnum AND d.deptype = 'i'
                    AND d.refclassid = 'pg_class'::regclass AND d.refobjid = p.partrelid
                    AND d.refobjsubid = 0))
