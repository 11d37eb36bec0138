-- Operator classes with their members, one row each.
SELECT o.oid,
       n.nspname AS schema,
       o.opcname || ' USING ' || am.amname AS name,
       pg_get_userbyid(o.opcowner) AS owner,
       am.amname AS "using",
       CASE WHEN o.opcdefault THEN 'true' END AS "default",
       format_type(o.opcintype, NULL) AS "for type",
       format('%I.%I', fn.nspname, f.opfname) AS family,
       CASE WHEN o.opckeytype <> 0 THEN format_type(o.opckeytype, NULL) END AS storage,
       ARRAY(SELECT m.amopstrategy || ' ' || m.amopopr::regoperator
                    || coalesce(' FOR ORDER BY ' || quote_ident(sn.nspname) || '.'
                                || quote_ident(sf.opfname), '')
             FROM pg_amop m
             JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = m.oid
                             AND d.refclassid = 'pg_opclass'::regclass AND d.refobjid = o.oid
             LEFT JOIN pg_opfamily sf ON sf.oid = m.amopsortfamily
             LEFT JOIN pg_namespace sn ON sn.oid = sf.opfnamespace
             ORDER BY m.amopstrategy, m.amopopr::regoperator::text COLLATE "C") AS operator,
       ARRAY(SELECT m.amprocnum || ' (' || format_type(m.amproclefttype, NULL) || ', '
                    || format_type(m.amprocrighttype, NULL) || ') ' || m.amproc::regprocedure
             FROM pg_amproc m
             JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = m.oid
                             AND d.refclassid = 'pg_opclass'::regclass AND d.refobjid = o.oid
             ORDER BY m.amprocnum,
                      format_type(m.amproclefttype, NULL) COLLATE "C",
                      format_type(m.amprocrighttype, NULL) COLLATE "C") AS function
FROM pg_opclass o
JOIN pg_am am ON am.oid = o.opcmethod
JOIN pg_namespace n ON n.oid = o.opcnamespace
JOIN pg_opfamily f ON f.oid = o.opcfamily
JOIN pg_namespace fn ON fn.oid = f.opfnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY o.oid
