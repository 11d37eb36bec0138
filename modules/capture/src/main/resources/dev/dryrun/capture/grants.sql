-- Privileges on whole objects of one catalogue (the parameter), one row each; an object from which
-- everything was revoked has one row without a privilege. An object whose ACL is NULL has none.
-- What the capturing role was granted is left out, unless it owns the object: it says who captured.
SELECT o.oid,
       a.privilege_type AS privilege,
       CASE WHEN a.grantee <> 0 THEN pg_get_userbyid(a.grantee) END AS role,
       a.is_grantable AS grantable
FROM (SELECT 'pg_class'::regclass AS class, oid, relacl AS acl, relowner AS owner FROM pg_class
      UNION ALL
      SELECT 'pg_type'::regclass, oid, typacl, typowner FROM pg_type
      UNION ALL
      SELECT 'pg_proc'::regclass, oid, proacl, proowner FROM pg_proc
      UNION ALL
      SELECT 'pg_namespace'::regclass, oid, nspacl, nspowner FROM pg_namespace
      UNION ALL
      SELECT 'pg_language'::regclass, oid, lanacl, lanowner FROM pg_language
      UNION ALL
      SELECT 'pg_foreign_data_wrapper'::regclass, oid, fdwacl, fdwowner FROM pg_foreign_data_wrapper
      UNION ALL
      SELECT 'pg_foreign_server'::regclass, oid, srvacl, srvowner FROM pg_foreign_server
      UNION ALL
      SELECT 'pg_default_acl'::regclass, oid, defaclacl, defaclrole FROM pg_default_acl) o
LEFT JOIN LATERAL aclexplode(o.acl) a
       ON a.grantee = o.owner OR a.grantee <> quote_ident(session_user)::regrole
WHERE o.class = ?::regclass
  AND o.acl IS NOT NULL
  AND (o.oid >= 16384 OR o.class IN ('pg_namespace'::regclass, 'pg_language'::regclass))
ORDER BY o.oid
