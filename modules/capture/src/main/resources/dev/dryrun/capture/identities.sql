-- What objects are known by whatever they are called: schemas, relations, routines, types, one row
-- each, with the numbers of the columns that were dropped. Without the members of extensions, which
-- nobody calls otherwise.
WITH wanted AS MATERIALIZED (
    SELECT n.oid, n.nspname FROM pg_namespace n
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'),
members AS MATERIALIZED (
    SELECT d.classid, d.objid FROM pg_depend d
    WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'),
dropped AS MATERIALIZED (
    SELECT a.attrelid, array_agg(a.attnum::text ORDER BY a.attnum) AS numbers
    FROM pg_attribute a
    WHERE a.attisdropped AND a.attnum > 0
    GROUP BY a.attrelid),
timeline AS MATERIALIZED (SELECT timeline_id FROM pg_control_checkpoint())
SELECT t.timeline_id AS timeline, o.*
FROM timeline t,
     (SELECT n.oid, 'schema' AS kind, '' AS schema, n.nspname::text AS name,
             NULL::text[] AS dropped
      FROM wanted n
      UNION ALL
      SELECT c.oid,
             CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized_view'
                            WHEN 'S' THEN 'sequence' WHEN 'f' THEN 'foreign_table'
                            WHEN 'i' THEN 'index' WHEN 'I' THEN 'index' ELSE 'table' END,
             n.nspname, c.relname, d.numbers
      FROM pg_class c
      JOIN wanted n ON n.oid = c.relnamespace
      LEFT JOIN dropped d ON d.attrelid = c.oid
      WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'i', 'I')
        AND c.oid NOT IN (SELECT m.objid FROM members m WHERE m.classid = 'pg_class'::regclass)
      UNION ALL
      SELECT p.oid,
             CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate'
                            ELSE 'function' END,
             n.nspname, p.proname || '(' || oidvectortypes(p.proargtypes) || ')', NULL
      FROM pg_proc p
      JOIN wanted n ON n.oid = p.pronamespace
      WHERE p.oid NOT IN (SELECT m.objid FROM members m WHERE m.classid = 'pg_proc'::regclass)
      UNION ALL
      SELECT y.oid,
             CASE y.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range'
                            ELSE 'composite' END,
             n.nspname, y.typname, NULL
      FROM pg_type y
      JOIN wanted n ON n.oid = y.typnamespace
      LEFT JOIN pg_class c ON c.oid = y.typrelid
      WHERE (y.typtype IN ('e', 'd', 'r') OR y.typtype = 'c' AND c.relkind = 'c')
        AND y.oid NOT IN (SELECT m.objid FROM members m WHERE m.classid = 'pg_type'::regclass)
     ) o
