-- Where values of one column come to be in another: by inheritance and partitioning and by foreign
-- keys both ways, and into what is generated. One row each.
WITH flow(relation, position, to_relation, to_position) AS (
    SELECT i.inhparent, p.attnum, i.inhrelid, c.attnum
    FROM pg_inherits i
    JOIN pg_attribute p ON p.attrelid = i.inhparent AND p.attnum > 0 AND NOT p.attisdropped
    JOIN pg_attribute c
      ON c.attrelid = i.inhrelid AND c.attname = p.attname AND NOT c.attisdropped
    UNION ALL
    SELECT k.confrelid, key.referenced, k.conrelid, key.referencing
    FROM pg_constraint k
    CROSS JOIN LATERAL unnest(k.confkey, k.conkey) key(referenced, referencing)
    WHERE k.contype = 'f'
), way(relation, position, to_relation, to_position) AS (
    SELECT * FROM flow
    UNION ALL
    SELECT to_relation, to_position, relation, position FROM flow
    UNION ALL
    SELECT d.refobjid, d.refobjsubid::smallint, g.attrelid, g.attnum
    FROM pg_attrdef e
    JOIN pg_attribute g
      ON g.attrelid = e.adrelid AND g.attnum = e.adnum AND g.attgenerated <> ''
    JOIN pg_depend d
      ON (d.classid = 'pg_attrdef'::regclass AND d.objid = e.oid
          OR d.classid = 'pg_class'::regclass AND d.objid = e.adrelid AND d.objsubid = e.adnum)
         AND d.refclassid = 'pg_class'::regclass AND d.refobjid = e.adrelid
         AND d.refobjsubid > 0 AND d.refobjsubid <> e.adnum
)
SELECT DISTINCT n.nspname AS schema, c.relname AS relation, a.attname AS name,
       tn.nspname AS to_schema, tc.relname AS to_relation, ta.attname AS to_name
FROM way w
JOIN pg_class c ON c.oid = w.relation
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = w.relation AND a.attnum = w.position
JOIN pg_class tc ON tc.oid = w.to_relation
JOIN pg_namespace tn ON tn.oid = tc.relnamespace
JOIN pg_attribute ta ON ta.attrelid = w.to_relation AND ta.attnum = w.to_position
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND tn.nspname !~ '^pg_' AND tn.nspname <> 'information_schema'
