-- Every extended statistics object, by its table, with the columns that it is made of: one over
-- whole rows (attribute 0 in its tree) is made of all of them. "readable" is the rule by which
-- pg_stats_ext shows its data since CVE-2024-4317; before, it showed more.
SELECT s.stxrelid AS oid,
       n.nspname AS schema,
       s.stxname AS name,
       s.stxname AS statistics_name,
       ARRAY(SELECT a.attname::text
             FROM pg_attribute a
             WHERE a.attrelid = s.stxrelid AND a.attnum > 0 AND NOT a.attisdropped
               AND (s.stxexprs::text LIKE '%:varattno 0 %'
                    OR a.attnum = ANY (s.stxkeys)
                    OR EXISTS (SELECT FROM pg_depend d
                               WHERE d.classid = 'pg_statistic_ext'::regclass AND d.objid = s.oid
                                 AND d.refclassid = 'pg_class'::regclass
                                 AND d.refobjid = s.stxrelid AND d.refobjsubid = a.attnum))
             ORDER BY a.attname COLLATE "C") AS over,
       pg_has_role(c.relowner, 'USAGE')
         AND NOT (c.relrowsecurity AND row_security_active(c.oid)) AS readable
FROM pg_statistic_ext s
JOIN pg_namespace n ON n.oid = s.stxnamespace
JOIN pg_class c ON c.oid = s.stxrelid
JOIN pg_namespace cn ON cn.oid = c.relnamespace
WHERE cn.nspname !~ '^pg_' AND cn.nspname <> 'information_schema'
ORDER BY s.stxrelid, n.nspname COLLATE "C", s.stxname COLLATE "C"
