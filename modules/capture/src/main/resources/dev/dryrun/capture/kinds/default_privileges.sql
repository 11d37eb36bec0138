-- Default privileges, one row each; their grants are the facts' own. Those that only the
-- capturing role is granted are left out.
SELECT a.oid,
       coalesce(n.nspname, '') AS schema,
       'FOR ROLE ' || quote_ident(pg_get_userbyid(a.defaclrole)) || ' ON ' || k.kind AS name,
       pg_get_userbyid(a.defaclrole) AS owner,
       lower(k.kind) AS "on"
FROM pg_default_acl a
LEFT JOIN pg_namespace n ON n.oid = a.defaclnamespace
CROSS JOIN LATERAL (SELECT CASE a.defaclobjtype
                               WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES'
                               WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES'
                               WHEN 'n' THEN 'SCHEMAS' WHEN 'L' THEN 'LARGE OBJECTS'
                               ELSE a.defaclobjtype::text END AS kind) k
WHERE a.defaclrole = quote_ident(session_user)::regrole
   OR EXISTS (SELECT FROM aclexplode(a.defaclacl) g
              WHERE g.grantee <> quote_ident(session_user)::regrole)
   OR NOT EXISTS (SELECT FROM aclexplode(a.defaclacl) g)
ORDER BY a.oid
