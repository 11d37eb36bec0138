-- Deparsed defaults and generation expressions. The parameter: relations left out, as locked.
-- A default refers to no column: it is deparsed without its relation, hence without a lock, and equal
-- ones only once. Most tables have now(), 0 and '' like all others.
WITH generated AS MATERIALIZED (
    SELECT attrelid, attnum FROM pg_attribute WHERE attgenerated <> ''
), kept AS MATERIALIZED (
    SELECT ad.oid, ad.adrelid, ad.adbin::text AS tree, g.attnum IS NOT NULL AS generated
    FROM pg_attrdef ad
    JOIN pg_class c ON c.oid = ad.adrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN generated g ON g.attrelid = ad.adrelid AND g.attnum = ad.adnum
    WHERE c.relpersistence <> 't'
      AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), alike AS (
    SELECT tree, min(oid) AS one FROM kept WHERE NOT generated GROUP BY tree
), deparsed AS MATERIALIZED (
    SELECT alike.tree, pg_get_expr(ad.adbin, 0) AS text
    FROM alike
    JOIN pg_attrdef ad ON ad.oid = alike.one
)
SELECT kept.oid, deparsed.text
FROM kept
JOIN deparsed ON deparsed.tree = kept.tree
WHERE NOT kept.generated
UNION ALL
SELECT ad.oid, pg_get_expr(ad.adbin, ad.adrelid)
FROM kept
JOIN pg_attrdef ad ON ad.oid = kept.oid
WHERE kept.generated AND ad.adrelid <> ALL (?::oid[])
