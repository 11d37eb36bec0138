-- What the objects of one catalogue (the parameter) cannot be without, one row for each reference.
-- What belongs to an object speaks for it: the defaults, constraints, indexes, rules, triggers,
-- policies and statistics objects of a relation, the members of an operator family, the row type of
-- a composite type. What an object refers to is resolved the same way: an index is its table, a
-- relation's row type the relation, an array its element. Left out: what initdb made, schemas,
-- extensions, references to itself, and the edge from a sequence to the column it serves.
WITH part AS MATERIALIZED (
    SELECT w.class, d.objid AS oid, d.refclassid, d.refobjid
    FROM (SELECT ?::regclass::oid AS class) w
    JOIN pg_depend d ON d.classid = w.class AND d.objid >= 16384
    WHERE d.deptype IN ('n', 'a') AND d.refobjid >= 16384
      AND NOT (d.deptype = 'a' AND d.classid = 'pg_class'::regclass
               AND d.refclassid = 'pg_class'::regclass
               AND EXISTS (SELECT FROM pg_class s WHERE s.oid = d.objid AND s.relkind = 'S'))
      AND NOT (d.classid = 'pg_class'::regclass
               AND EXISTS (SELECT FROM pg_index i WHERE i.indexrelid = d.objid))
    UNION ALL
    SELECT o.class, o.owner, d.refclassid, d.refobjid
    FROM (SELECT ?::regclass::oid AS class) w
    JOIN (SELECT 'pg_class'::regclass::oid AS class, 'pg_attrdef'::regclass AS part_class,
                 oid AS part, adrelid AS owner
          FROM pg_attrdef
          UNION ALL
          SELECT 'pg_class'::regclass, 'pg_constraint'::regclass, oid, conrelid
          FROM pg_constraint WHERE conrelid <> 0
          UNION ALL
          SELECT 'pg_class'::regclass, 'pg_class'::regclass, indexrelid, indrelid FROM pg_index
          UNION ALL
          SELECT 'pg_class'::regclass, 'pg_rewrite'::regclass, oid, ev_class FROM pg_rewrite
          UNION ALL
          SELECT 'pg_class'::regclass, 'pg_trigger'::regclass, oid, tgrelid FROM pg_trigger
          UNION ALL
          SELECT 'pg_class'::regclass, 'pg_policy'::regclass, oid, polrelid FROM pg_policy
          UNION ALL
          SELECT 'pg_class'::regclass, 'pg_statistic_ext'::regclass, oid, stxrelid
          FROM pg_statistic_ext
          UNION ALL
          SELECT 'pg_type'::regclass, 'pg_constraint'::regclass, oid, contypid
          FROM pg_constraint WHERE contypid <> 0
          UNION ALL
          SELECT 'pg_type'::regclass, 'pg_class'::regclass, oid, reltype
          FROM pg_class WHERE relkind = 'c'
          UNION ALL
          SELECT 'pg_opfamily'::regclass, 'pg_amop'::regclass, oid, amopfamily FROM pg_amop
          UNION ALL
          SELECT 'pg_opfamily'::regclass, 'pg_amproc'::regclass, oid, amprocfamily FROM pg_amproc
         ) o ON o.class = w.class AND o.part >= 16384
    JOIN pg_depend d ON d.classid = o.part_class AND d.objid = o.part
    WHERE d.deptype IN ('n', 'a') AND d.refobjid >= 16384
      AND NOT (d.refclassid = o.class AND d.refobjid = o.owner)
),
edge AS MATERIALIZED (
    SELECT DISTINCT p.class, p.oid, p.refclassid, p.refobjid
    FROM part p
    WHERE NOT (p.refclassid = p.class AND p.refobjid = p.oid)
      AND p.refclassid NOT IN ('pg_namespace'::regclass, 'pg_extension'::regclass)
),
-- To the object that a reference to one of its parts is about.
target AS MATERIALIZED (
    SELECT r.refclassid, r.refobjid,
           coalesce(t.class, r.refclassid) AS class, coalesce(t.oid, r.refobjid) AS oid
    FROM (SELECT DISTINCT refclassid, refobjid FROM edge) r
    LEFT JOIN LATERAL (
        SELECT 'pg_class'::regclass::oid AS class, i.indrelid AS oid
        FROM pg_index i
        WHERE r.refclassid = 'pg_class'::regclass AND i.indexrelid = r.refobjid
        UNION ALL
        SELECT 'pg_type'::regclass, c.reltype
        FROM pg_class c
        WHERE r.refclassid = 'pg_class'::regclass AND c.oid = r.refobjid AND c.relkind = 'c'
        UNION ALL
        SELECT CASE WHEN c.conrelid <> 0 THEN 'pg_class'::regclass ELSE 'pg_type'::regclass END,
               CASE WHEN c.conrelid <> 0 THEN c.conrelid ELSE c.contypid END
        FROM pg_constraint c
        WHERE r.refclassid = 'pg_constraint'::regclass AND c.oid = r.refobjid
        UNION ALL
        SELECT CASE WHEN c.relkind <> 'c' THEN 'pg_class'::regclass ELSE 'pg_type'::regclass END,
               CASE WHEN c.relkind <> 'c' THEN c.oid ELSE leaf.oid END
        FROM pg_type y
        LEFT JOIN pg_type element
               ON element.oid = y.typelem AND element.typarray = y.oid
        LEFT JOIN pg_range range ON range.rngmultitypid = coalesce(element.oid, y.oid)
        JOIN pg_type leaf ON leaf.oid = coalesce(range.rngtypid, element.oid, y.oid)
        LEFT JOIN pg_class c ON c.oid = leaf.typrelid
        WHERE r.refclassid = 'pg_type'::regclass AND y.oid = r.refobjid
    ) t ON true
),
named AS MATERIALIZED (
    SELECT t.refclassid, t.refobjid, t.class, t.oid, n.kind, ns.nspname AS schema, n.name
    FROM target t
    CROSS JOIN LATERAL (
        SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized_view'
                              WHEN 'f' THEN 'foreign_table' WHEN 'S' THEN 'sequence'
                              ELSE 'table' END AS kind,
               c.relnamespace AS namespace, c.relname::text AS name
        FROM pg_class c
        WHERE t.class = 'pg_class'::regclass AND c.oid = t.oid
          AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
        UNION ALL
        SELECT CASE y.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain'
                              WHEN 'c' THEN 'composite' WHEN 'r' THEN 'range'
                              ELSE 'base_type' END,
               y.typnamespace, y.typname::text
        FROM pg_type y
        WHERE t.class = 'pg_type'::regclass AND y.oid = t.oid
        UNION ALL
        SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate'
                              ELSE 'function' END,
               p.pronamespace, p.proname || '(' || oidvectortypes(p.proargtypes) || ')'
        FROM pg_proc p
        WHERE t.class = 'pg_proc'::regclass AND p.oid = t.oid
        UNION ALL
        SELECT 'operator', o.oprnamespace,
               o.oprname || '('
               || CASE o.oprleft WHEN 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END || ', '
               || CASE o.oprright WHEN 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END || ')'
        FROM pg_operator o
        WHERE t.class = 'pg_operator'::regclass AND o.oid = t.oid
        UNION ALL
        SELECT 'operator_class', o.opcnamespace, o.opcname || ' USING ' || am.amname
        FROM pg_opclass o JOIN pg_am am ON am.oid = o.opcmethod
        WHERE t.class = 'pg_opclass'::regclass AND o.oid = t.oid
        UNION ALL
        SELECT 'operator_family', o.opfnamespace, o.opfname || ' USING ' || am.amname
        FROM pg_opfamily o JOIN pg_am am ON am.oid = o.opfmethod
        WHERE t.class = 'pg_opfamily'::regclass AND o.oid = t.oid
        UNION ALL
        SELECT 'collation', collnamespace, collname::text FROM pg_collation
        WHERE t.class = 'pg_collation'::regclass AND oid = t.oid
        UNION ALL
        SELECT 'conversion', connamespace, conname::text FROM pg_conversion
        WHERE t.class = 'pg_conversion'::regclass AND oid = t.oid
        UNION ALL
        SELECT 'language', 0, lanname::text FROM pg_language
        WHERE t.class = 'pg_language'::regclass AND oid = t.oid
        UNION ALL
        SELECT 'access_method', 0, amname::text FROM pg_am
        WHERE t.class = 'pg_am'::regclass AND oid = t.oid
        UNION ALL
        SELECT 'text_search_parser', prsnamespace, prsname::text FROM pg_ts_parser
        WHERE t.class = 'pg_ts_parser'::regclass AND oid = t.oid
        UNION ALL
        SELECT 'text_search_template', tmplnamespace, tmplname::text FROM pg_ts_template
        WHERE t.class = 'pg_ts_template'::regclass AND oid = t.oid
        UNION ALL
        SELECT 'text_search_dictionary', dictnamespace, dictname::text FROM pg_ts_dict
        WHERE t.class = 'pg_ts_dict'::regclass AND oid = t.oid
        UNION ALL
        SELECT 'text_search_configuration', cfgnamespace, cfgname::text FROM pg_ts_config
        WHERE t.class = 'pg_ts_config'::regclass AND oid = t.oid
        UNION ALL
        SELECT 'foreign_data_wrapper', 0, fdwname::text FROM pg_foreign_data_wrapper
        WHERE t.class = 'pg_foreign_data_wrapper'::regclass AND oid = t.oid
        UNION ALL
        SELECT 'server', 0, srvname::text FROM pg_foreign_server
        WHERE t.class = 'pg_foreign_server'::regclass AND oid = t.oid
    ) n
    LEFT JOIN pg_namespace ns ON ns.oid = n.namespace
    WHERE ns.nspname IS NULL OR ns.nspname !~ '^pg_(temp|toast)_'
)
SELECT e.oid, n.kind, n.schema, n.name
FROM edge e
JOIN named n USING (refclassid, refobjid)
WHERE NOT (n.class = e.class AND n.oid = e.oid)
ORDER BY e.oid
