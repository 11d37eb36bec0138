-- Tablespaces that initdb did not make, one row each; where they lie is not asked.
SELECT t.spcname AS name,
       pg_get_userbyid(t.spcowner) AS owner,
       t.spcoptions AS options,
       ARRAY(SELECT a.privilege_type || ' TO '
                    || CASE a.grantee WHEN 0 THEN 'PUBLIC'
                       ELSE quote_ident(pg_get_userbyid(a.grantee)) END
                    || CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END COLLATE "C"
             FROM aclexplode(t.spcacl) a
             ORDER BY 1) AS "grant",
       shobj_description(t.oid, 'pg_tablespace') AS comment
FROM pg_tablespace t
WHERE t.spcname !~ '^pg_'
ORDER BY t.oid
