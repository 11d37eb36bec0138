-- Tablespaces that initdb did not make, one row each; where they lie is not asked. What the
-- capturing role was granted is left out, unless it owns the tablespace.
SELECT t.spcname AS name,
       pg_get_userbyid(t.spcowner) AS owner,
       t.spcoptions AS options,
       ARRAY(SELECT a.privilege_type || ' TO '
                    || CASE a.grantee WHEN 0 THEN 'PUBLIC'
                       ELSE quote_ident(pg_get_userbyid(a.grantee)) END
                    || CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END COLLATE "C"
             FROM aclexplode(t.spcacl) a
             WHERE a.grantee = t.spcowner
                OR a.grantee <> quote_ident(session_user)::regrole
             ORDER BY 1) AS "grant",
       shobj_description(t.oid, 'pg_tablespace') AS comment
FROM pg_tablespace t
WHERE t.spcname !~ '^pg_'
ORDER BY t.oid
