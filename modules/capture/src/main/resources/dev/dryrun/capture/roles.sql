-- Roles that initdb did not make beyond the first, one row each, without passwords and settings.
-- The capturing role is left out: nothing of the connection string is stored.
-- The second column and those after it are properties.
SELECT r.rolname AS name,
       CASE WHEN r.rolsuper THEN 'true' END AS superuser,
       CASE WHEN NOT r.rolinherit THEN 'false' END AS inherit,
       CASE WHEN r.rolcreaterole THEN 'true' END AS createrole,
       CASE WHEN r.rolcreatedb THEN 'true' END AS createdb,
       CASE WHEN r.rolcanlogin THEN 'true' END AS login,
       CASE WHEN r.rolreplication THEN 'true' END AS replication,
       CASE WHEN r.rolbypassrls THEN 'true' END AS bypassrls,
       CASE WHEN r.rolconnlimit <> -1 THEN r.rolconnlimit::text END AS "connection limit",
       CASE WHEN r.rolvaliduntil IS NOT NULL
            THEN CASE WHEN isfinite(r.rolvaliduntil)
                 THEN to_char(r.rolvaliduntil AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                 ELSE r.rolvaliduntil::text END END AS "valid until",
       ARRAY(SELECT DISTINCT quote_ident(g.rolname)
                    || CASE WHEN m.admin_option THEN ' WITH ADMIN TRUE' ELSE '' END
                    || coalesce(' WITH INHERIT ' || upper(to_jsonb(m) ->> 'inherit_option'), '')
                    || CASE to_jsonb(m) ->> 'set_option' WHEN 'false'
                       THEN ' WITH SET FALSE' ELSE '' END COLLATE "C"
             FROM pg_auth_members m
             JOIN pg_roles g ON g.oid = m.roleid
             WHERE m.member = r.oid AND g.rolname <> session_user
             ORDER BY 1) AS "in role",
       shobj_description(r.oid, 'pg_authid') AS comment
FROM pg_roles r
WHERE r.rolname !~ '^pg_' AND r.rolname <> session_user
ORDER BY r.oid
