-- What the objects of one catalogue (the parameter) cannot be without, one row for each reference.
-- What belongs to an object speaks for it: the defaults, constraints, indexes, rules, triggers,
-- policies and statistics objects of a relation, the members of an operator family, the row type of
-- a composite type. What an object refers to is resolved the same way: an index is its table, a
-- relation's row type the relation, an array its element. Left out: what initdb made, schemas,
-- the extension it is a member of, references to itself, and the edge from a sequence to the column
-- it serves. An extension is there when another requires it, and after DEPENDS ON EXTENSION.
WITH part_edge (class, oid, refclassid, refobjid) AS MATERIALIZED (
    -- Of a default and of a constraint, "a" says what it belongs to.
    SELECT d.classid, d.objid, d.refclassid, d.refobjid
    FROM pg_depend d
    WHERE ? = 'pg_class'
      AND d.classid IN ('pg_attrdef'::regclass, 'pg_constraint'::regclass, 'pg_rewrite'::regclass,
                        'pg_trigger'::regclass, 'pg_policy'::regclass,
                        'pg_statistic_ext'::regclass)
      AND (d.deptype = 'n'
           OR d.deptype = 'a'
              AND d.classid NOT IN ('pg_attrdef'::regclass, 'pg_constraint'::regclass))
      AND d.objid >= 16384 AND d.refobjid >= 16384
), of_part (owner, refclassid, refobjid) AS (
    SELECT p.adrelid, d.refclassid, d.refobjid
    FROM part_edge d
    JOIN pg_attrdef p ON p.oid = d.oid
    WHERE d.class = 'pg_attrdef'::regclass
      AND NOT (d.refobjid = p.adrelid AND d.refclassid = 'pg_class'::regclass)
    UNION ALL
    -- A foreign key refers to a table, and to the index that makes its keys unique.
    SELECT p.conrelid, d.refclassid, d.refobjid
    FROM part_edge d
    JOIN pg_constraint p ON p.oid = d.oid
    WHERE d.class = 'pg_constraint'::regclass AND p.conrelid <> 0
      AND NOT (d.refobjid IN (p.conrelid, p.conindid) AND d.refclassid = 'pg_class'::regclass)
    UNION ALL
    SELECT p.ev_class, d.refclassid, d.refobjid
    FROM part_edge d
    JOIN pg_rewrite p ON p.oid = d.oid
    WHERE d.class = 'pg_rewrite'::regclass
      AND NOT (d.refobjid = p.ev_class AND d.refclassid = 'pg_class'::regclass)
    UNION ALL
    SELECT p.tgrelid, d.refclassid, d.refobjid
    FROM part_edge d
    JOIN pg_trigger p ON p.oid = d.oid
    WHERE d.class = 'pg_trigger'::regclass AND NOT p.tgisinternal
      AND NOT (d.refobjid = p.tgrelid AND d.refclassid = 'pg_class'::regclass)
    UNION ALL
    SELECT p.polrelid, d.refclassid, d.refobjid
    FROM part_edge d
    JOIN pg_policy p ON p.oid = d.oid
    WHERE d.class = 'pg_policy'::regclass
      AND NOT (d.refobjid = p.polrelid AND d.refclassid = 'pg_class'::regclass)
    UNION ALL
    SELECT p.stxrelid, d.refclassid, d.refobjid
    FROM part_edge d
    JOIN pg_statistic_ext p ON p.oid = d.oid
    WHERE d.class = 'pg_statistic_ext'::regclass
      AND NOT (d.refobjid = p.stxrelid AND d.refclassid = 'pg_class'::regclass)
    UNION ALL
    SELECT p.contypid, d.refclassid, d.refobjid
    FROM pg_constraint p
    JOIN pg_depend d ON d.classid = 'pg_constraint'::regclass AND d.objid = p.oid
    WHERE ? = 'pg_type' AND p.contypid > 0
      AND d.deptype IN ('n', 'a') AND d.objid >= 16384 AND d.refobjid >= 16384
      AND NOT (d.refobjid = p.contypid AND d.refclassid = 'pg_type'::regclass)
    UNION ALL
    SELECT p.reltype, d.refclassid, d.refobjid
    FROM pg_class p
    JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = p.oid
    WHERE ? = 'pg_type' AND p.relkind = 'c'
      AND d.deptype IN ('n', 'a') AND d.objid >= 16384 AND d.refobjid >= 16384
      AND NOT (d.refobjid = p.reltype AND d.refclassid = 'pg_type'::regclass)
    UNION ALL
    SELECT p.amopfamily, d.refclassid, d.refobjid
    FROM pg_amop p
    JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = p.oid
    WHERE ? = 'pg_opfamily'
      AND d.deptype IN ('n', 'a') AND d.objid >= 16384 AND d.refobjid >= 16384
      AND NOT (d.refobjid = p.amopfamily AND d.refclassid = 'pg_opfamily'::regclass)
    UNION ALL
    SELECT p.amprocfamily, d.refclassid, d.refobjid
    FROM pg_amproc p
    JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = p.oid
    WHERE ? = 'pg_opfamily'
      AND d.deptype IN ('n', 'a') AND d.objid >= 16384 AND d.refobjid >= 16384
      AND NOT (d.refobjid = p.amprocfamily AND d.refclassid = 'pg_opfamily'::regclass)
),
edge (class, oid, refclassid, refobjid) AS MATERIALIZED (
    SELECT d.classid, coalesce(i.indrelid, d.objid), d.refclassid, d.refobjid
    FROM pg_depend d
    LEFT JOIN pg_class c ON c.oid = d.objid AND d.classid = 'pg_class'::regclass
    LEFT JOIN pg_index i ON i.indexrelid = d.objid AND d.classid = 'pg_class'::regclass
    WHERE d.classid = ?::regclass
      AND d.objid >= 16384 AND d.refobjid >= 16384
      AND CASE WHEN d.refclassid = 'pg_extension'::regclass
               THEN d.deptype = 'x' OR d.classid = 'pg_extension'::regclass
               ELSE d.deptype IN ('n', 'a') AND d.refclassid <> 'pg_namespace'::regclass END
      -- An index follows its table, also into an extension; and "a" says of an index and of a
      -- sequence which table that is.
      AND NOT (c.relkind IN ('i', 'I') AND d.refclassid = 'pg_extension'::regclass
               OR c.relkind IN ('i', 'I', 'S') AND d.deptype = 'a'
                  AND d.refclassid = 'pg_class'::regclass) IS TRUE
    UNION
    SELECT ?::regclass, owner, refclassid, refobjid
    FROM of_part
    WHERE refclassid NOT IN ('pg_namespace'::regclass, 'pg_extension'::regclass)
),
reference AS MATERIALIZED (
    SELECT DISTINCT refclassid, refobjid FROM edge
),
-- To the object that a reference to one of its parts is about.
target AS MATERIALIZED (
    SELECT r.refclassid, r.refobjid,
           CASE WHEN c.relkind = 'c' THEN 'pg_type'::regclass::oid ELSE r.refclassid END AS class,
           CASE WHEN c.relkind = 'c' THEN c.reltype ELSE coalesce(i.indrelid, c.oid) END AS oid
    FROM reference r
    JOIN pg_class c ON c.oid = r.refobjid
    LEFT JOIN pg_index i ON i.indexrelid = r.refobjid
    WHERE r.refclassid = 'pg_class'::regclass
    UNION ALL
    SELECT r.refclassid, r.refobjid,
           CASE WHEN c.conrelid <> 0 THEN 'pg_class'::regclass ELSE 'pg_type'::regclass END,
           CASE WHEN c.conrelid <> 0 THEN c.conrelid ELSE c.contypid END
    FROM reference r
    JOIN pg_constraint c ON c.oid = r.refobjid
    WHERE r.refclassid = 'pg_constraint'::regclass
    UNION ALL
    SELECT r.refclassid, r.refobjid,
           CASE WHEN c.relkind <> 'c' THEN 'pg_class'::regclass ELSE 'pg_type'::regclass END,
           CASE WHEN c.relkind <> 'c' THEN c.oid ELSE leaf.oid END
    FROM reference r
    JOIN pg_type y ON y.oid = r.refobjid
    LEFT JOIN pg_type element ON element.oid = y.typelem AND element.typarray = y.oid
    LEFT JOIN pg_range range ON range.rngmultitypid = coalesce(element.oid, y.oid)
    JOIN pg_type leaf ON leaf.oid = coalesce(range.rngtypid, element.oid, y.oid)
    LEFT JOIN pg_class c ON c.oid = leaf.typrelid
    WHERE r.refclassid = 'pg_type'::regclass
    UNION ALL
    SELECT r.refclassid, r.refobjid, r.refclassid, r.refobjid
    FROM reference r
    WHERE r.refclassid NOT IN ('pg_class'::regclass, 'pg_constraint'::regclass,
                               'pg_type'::regclass)
),
named AS MATERIALIZED (
    SELECT t.refclassid, t.refobjid, t.class, t.oid,
           CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized_view'
                          WHEN 'f' THEN 'foreign_table' WHEN 'S' THEN 'sequence'
                          ELSE 'table' END AS kind,
           c.relnamespace AS namespace, c.relname::text AS name
    FROM target t
    JOIN pg_class c ON c.oid = t.oid
    WHERE t.class = 'pg_class'::regclass AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    UNION ALL
    SELECT t.*,
           CASE y.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'c' THEN 'composite'
                          WHEN 'r' THEN 'range' ELSE 'base_type' END,
           y.typnamespace, y.typname::text
    FROM target t
    JOIN pg_type y ON y.oid = t.oid
    WHERE t.class = 'pg_type'::regclass
    UNION ALL
    SELECT t.*,
           CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate'
                          ELSE 'function' END,
           p.pronamespace, p.proname || '(' || oidvectortypes(p.proargtypes) || ')'
    FROM target t
    JOIN pg_proc p ON p.oid = t.oid
    WHERE t.class = 'pg_proc'::regclass
    UNION ALL
    SELECT t.*, 'operator', o.oprnamespace,
           o.oprname || '('
           || CASE o.oprleft WHEN 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END || ', '
           || CASE o.oprright WHEN 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END || ')'
    FROM target t
    JOIN pg_operator o ON o.oid = t.oid
    WHERE t.class = 'pg_operator'::regclass
    UNION ALL
    SELECT t.*, 'operator_class', o.opcnamespace, o.opcname || ' USING ' || am.amname
    FROM target t
    JOIN pg_opclass o ON o.oid = t.oid
    JOIN pg_am am ON am.oid = o.opcmethod
    WHERE t.class = 'pg_opclass'::regclass
    UNION ALL
    SELECT t.*, 'operator_family', o.opfnamespace, o.opfname || ' USING ' || am.amname
    FROM target t
    JOIN pg_opfamily o ON o.oid = t.oid
    JOIN pg_am am ON am.oid = o.opfmethod
    WHERE t.class = 'pg_opfamily'::regclass
    UNION ALL
    SELECT t.*, 'collation', x.collnamespace, x.collname::text
    FROM target t
    JOIN pg_collation x ON x.oid = t.oid
    WHERE t.class = 'pg_collation'::regclass
    UNION ALL
    SELECT t.*, 'conversion', x.connamespace, x.conname::text
    FROM target t
    JOIN pg_conversion x ON x.oid = t.oid
    WHERE t.class = 'pg_conversion'::regclass
    UNION ALL
    SELECT t.*, 'language', 0, x.lanname::text
    FROM target t
    JOIN pg_language x ON x.oid = t.oid
    WHERE t.class = 'pg_language'::regclass
    UNION ALL
    SELECT t.*, 'access_method', 0, x.amname::text
    FROM target t
    JOIN pg_am x ON x.oid = t.oid
    WHERE t.class = 'pg_am'::regclass
    UNION ALL
    SELECT t.*, 'text_search_parser', x.prsnamespace, x.prsname::text
    FROM target t
    JOIN pg_ts_parser x ON x.oid = t.oid
    WHERE t.class = 'pg_ts_parser'::regclass
    UNION ALL
    SELECT t.*, 'text_search_template', x.tmplnamespace, x.tmplname::text
    FROM target t
    JOIN pg_ts_template x ON x.oid = t.oid
    WHERE t.class = 'pg_ts_template'::regclass
    UNION ALL
    SELECT t.*, 'text_search_dictionary', x.dictnamespace, x.dictname::text
    FROM target t
    JOIN pg_ts_dict x ON x.oid = t.oid
    WHERE t.class = 'pg_ts_dict'::regclass
    UNION ALL
    SELECT t.*, 'text_search_configuration', x.cfgnamespace, x.cfgname::text
    FROM target t
    JOIN pg_ts_config x ON x.oid = t.oid
    WHERE t.class = 'pg_ts_config'::regclass
    UNION ALL
    SELECT t.*, 'foreign_data_wrapper', 0, x.fdwname::text
    FROM target t
    JOIN pg_foreign_data_wrapper x ON x.oid = t.oid
    WHERE t.class = 'pg_foreign_data_wrapper'::regclass
    UNION ALL
    SELECT t.*, 'server', 0, x.srvname::text
    FROM target t
    JOIN pg_foreign_server x ON x.oid = t.oid
    WHERE t.class = 'pg_foreign_server'::regclass
    UNION ALL
    SELECT t.*, 'extension', 0, x.extname::text
    FROM target t
    JOIN pg_extension x ON x.oid = t.oid
    WHERE t.class = 'pg_extension'::regclass
)
SELECT e.oid, n.kind, ns.nspname AS schema, n.name
FROM edge e
JOIN named n ON n.refclassid = e.refclassid AND n.refobjid = e.refobjid
LEFT JOIN pg_namespace ns ON ns.oid = n.namespace
WHERE NOT (n.class = e.class AND n.oid = e.oid)
  AND (ns.nspname IS NULL OR ns.nspname !~ '^pg_(temp|toast)_')
ORDER BY e.oid
