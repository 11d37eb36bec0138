-- Transforms, one row each.
SELECT t.oid,
       '' AS schema,
       'FOR ' || format_type(t.trftype, NULL) || ' LANGUAGE ' || quote_ident(l.lanname) AS name,
       NULL AS owner,
       format_type(t.trftype, NULL) AS "for",
       l.lanname AS language,
       CASE WHEN t.trffromsql <> 0 THEN t.trffromsql::regprocedure::text END AS "from sql",
       CASE WHEN t.trftosql <> 0 THEN t.trftosql::regprocedure::text END AS "to sql"
FROM pg_transform t
JOIN pg_language l ON l.oid = t.trflang
ORDER BY t.oid
