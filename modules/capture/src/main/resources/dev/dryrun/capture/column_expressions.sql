-- Deparsed defaults and generation expressions. The parameter: relations left out, as locked.
-- What refers to no column, as no default does, is deparsed without its relation, hence without a lock,
-- and what is equal only once: most tables have now(), 0 and '' like all others. A tree has a VAR for
-- each column it refers to; in texts within a tree, braces are escaped.
WITH kept AS MATERIALIZED (
    SELECT ad.oid, ad.adbin::text AS tree
    FROM pg_attrdef ad
    JOIN pg_class c ON c.oid = ad.adrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relpersistence <> 't'
      AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), alike AS MATERIALIZED (
    SELECT tree, min(oid) AS one, tree LIKE '%{VAR %' AS refers FROM kept GROUP BY tree
), deparsed AS MATERIALIZED (
    SELECT alike.tree, pg_get_expr(ad.adbin, 0) AS text
    FROM alike
    JOIN pg_attrdef ad ON ad.oid = alike.one
    WHERE NOT alike.refers
)
SELECT kept.oid, deparsed.text
FROM kept
JOIN deparsed ON deparsed.tree = kept.tree
UNION ALL
SELECT ad.oid, pg_get_expr(ad.adbin, ad.adrelid)
FROM alike
JOIN kept ON kept.tree = alike.tree
JOIN pg_attrdef ad ON ad.oid = kept.oid
WHERE alike.refers AND ad.adrelid <> ALL (?::oid[])
