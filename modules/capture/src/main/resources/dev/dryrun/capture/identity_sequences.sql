-- The sequences behind identity columns, one row each, by table. Grants are triples: role (empty for
-- PUBLIC), privilege, grantable; NULL where nothing ever was granted; those of the capturing role
-- are left out, unless it owns the sequence.
SELECT d.refobjid AS oid,
       d.refobjsubid AS position,
       n.nspname AS schema,
       c.relname AS name,
       format_type(s.seqtypid, NULL) AS type,
       s.seqstart AS start,
       s.seqincrement AS increment,
       s.seqmin AS min,
       s.seqmax AS max,
       s.seqcache AS cache,
       s.seqcycle AS cycle,
       c.relpersistence = 'u' AS unlogged,
       CASE WHEN c.relacl IS NOT NULL THEN
           ARRAY(SELECT unnest(ARRAY[CASE WHEN acl.grantee = 0 THEN ''
                                          ELSE pg_get_userbyid(acl.grantee)::text END,
                                     acl.privilege_type, acl.is_grantable::text])
                 FROM aclexplode(c.relacl) acl
                 WHERE acl.grantee = c.relowner
                    OR acl.grantee <> quote_ident(session_user)::regrole)
       END AS grants,
       pd.description AS comment
FROM pg_depend d
JOIN pg_sequence s ON s.seqrelid = d.objid
JOIN pg_class c ON c.oid = d.objid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_description pd
       ON pd.objoid = c.oid AND pd.classoid = 'pg_class'::regclass AND pd.objsubid = 0
WHERE d.classid = 'pg_class'::regclass AND d.objsubid = 0
  AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype = 'i'
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY d.refobjid, d.refobjsubid
