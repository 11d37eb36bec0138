-- Casts that initdb did not make, one row each. The cast from a range type to its multirange type
-- comes with them.
SELECT c.oid,
       '' AS schema,
       '(' || format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL) || ')'
           AS name,
       NULL AS owner,
       format_type(c.castsource, NULL) AS source,
       format_type(c.casttarget, NULL) AS target,
       CASE c.castmethod WHEN 'f' THEN c.castfunc::regprocedure::text END AS function,
       CASE c.castmethod WHEN 'i' THEN 'true' END AS inout,
       CASE c.castcontext WHEN 'i' THEN 'implicit' WHEN 'a' THEN 'assignment' END AS "as"
FROM pg_cast c
WHERE c.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_depend i
                  WHERE i.classid = 'pg_cast'::regclass AND i.objid = c.oid AND i.deptype = 'i')
ORDER BY c.oid
