-- Operators, one row each; those that were only named so far (shells) too.
SELECT o.oid,
       n.nspname AS schema,
       o.oprname || '('
       || CASE o.oprleft WHEN 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END || ', '
       || CASE o.oprright WHEN 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END || ')' AS name,
       pg_get_userbyid(o.oprowner) AS owner,
       CASE WHEN o.oprcode = 0 THEN 'true' END AS shell,
       CASE WHEN o.oprcode <> 0 THEN o.oprcode::text END AS function,
       CASE WHEN o.oprleft <> 0 THEN format_type(o.oprleft, NULL) END AS leftarg,
       CASE WHEN o.oprright <> 0 THEN format_type(o.oprright, NULL) END AS rightarg,
       CASE WHEN o.oprresult <> 0 THEN format_type(o.oprresult, NULL) END AS returns,
       (SELECT format('%I.%s', s.nspname, c.oprname)
        FROM pg_operator c JOIN pg_namespace s ON s.oid = c.oprnamespace
        WHERE c.oid = o.oprcom) AS commutator,
       (SELECT format('%I.%s', s.nspname, c.oprname)
        FROM pg_operator c JOIN pg_namespace s ON s.oid = c.oprnamespace
        WHERE c.oid = o.oprnegate) AS negator,
       CASE WHEN o.oprrest <> 0 THEN o.oprrest::text END AS restrict,
       CASE WHEN o.oprjoin <> 0 THEN o.oprjoin::text END AS "join",
       CASE WHEN o.oprcanhash THEN 'true' END AS hashes,
       CASE WHEN o.oprcanmerge THEN 'true' END AS merges
FROM pg_operator o
JOIN pg_namespace n ON n.oid = o.oprnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY o.oid
