-- Row security policies by name, one row each. No role stands for PUBLIC.
SELECT p.polrelid AS oid,
       p.oid AS policy_oid,
       p.polname AS name,
       p.polcmd AS command,
       p.polpermissive AS permissive,
       ARRAY(SELECT pg_get_userbyid(role)::text FROM unnest(p.polroles) AS role
             WHERE role <> 0) AS roles,
       p.polqual IS NOT NULL AS has_using,
       p.polwithcheck IS NOT NULL AS has_check,
       d.description AS comment
FROM pg_policy p
JOIN pg_class c ON c.oid = p.polrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_description d
       ON d.objoid = p.oid AND d.classoid = 'pg_policy'::regclass AND d.objsubid = 0
WHERE true
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY p.polrelid, p.polname COLLATE "C"
