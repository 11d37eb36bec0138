-- Operator families, one row each, with the members that belong to none of their classes.
SELECT f.oid,
       n.nspname AS schema,
       f.opfname || ' USING ' || am.amname AS name,
       pg_get_userbyid(f.opfowner) AS owner,
       am.amname AS "using",
       ARRAY(SELECT m.amopstrategy || ' ' || m.amopopr::regoperator
                    || coalesce(' FOR ORDER BY ' || quote_ident(sn.nspname) || '.'
                                || quote_ident(sf.opfname), '')
             FROM pg_amop m
             JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = m.oid
                             AND d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = f.oid
             LEFT JOIN pg_opfamily sf ON sf.oid = m.amopsortfamily
             LEFT JOIN pg_namespace sn ON sn.oid = sf.opfnamespace
             ORDER BY m.amopstrategy, m.amopopr::regoperator::text COLLATE "C") AS operator,
       ARRAY(SELECT m.amprocnum || ' (' || format_type(m.amproclefttype, NULL) || ', '
                    || format_type(m.amprocrighttype, NULL) || ') ' || m.amproc::regprocedure
             FROM pg_amproc m
             JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = m.oid
                             AND d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = f.oid
             ORDER BY m.amprocnum,
                      format_type(m.amproclefttype, NULL) COLLATE "C",
                      format_type(m.amprocrighttype, NULL) COLLATE "C") AS function
FROM pg_opfamily f
JOIN pg_am am ON am.oid = f.opfmethod
JOIN pg_namespace n ON n.oid = f.opfnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY f.oid
