-- Functions, procedures and window functions, one row each. The members of extensions come without
-- their bodies: the extension brings them. The constructors of range types come with their types.
SELECT p.oid,
       n.nspname AS schema,
       p.proname || '(' || oidvectortypes(p.proargtypes) || ')' AS name,
       pg_get_userbyid(p.proowner) AS owner,
       p.prokind AS kind,
       pg_get_function_result(p.oid) AS returns,
       l.lanname AS language,
       p.prosqlbody IS NOT NULL AS parsed,
       CASE WHEN e.objid IS NULL THEN p.prosrc ELSE '' END AS source,
       p.probin AS file,
       p.provolatile AS volatility,
       p.proparallel AS parallel,
       p.proisstrict AS strict,
       p.proleakproof AS leakproof,
       p.prosecdef AS security_definer,
       p.procost AS cost,
       p.prorows AS rows,
       CASE WHEN p.prosupport <> 0 THEN p.prosupport::text END AS support,
       p.proconfig AS settings,
       CASE WHEN p.protrftypes IS NOT NULL THEN
           ARRAY(SELECT format_type(y.type, NULL)
                 FROM unnest(p.protrftypes) WITH ORDINALITY y(type, place)
                 ORDER BY y.place)
       END AS transforms
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
JOIN pg_language l ON l.oid = p.prolang
LEFT JOIN pg_depend e
       ON e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e'
WHERE p.prokind IN ('f', 'p', 'w')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend i
                  WHERE i.classid = 'pg_proc'::regclass AND i.objid = p.oid AND i.deptype = 'i')
ORDER BY p.oid
