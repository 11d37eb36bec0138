-- Base types and shell types, one row each. Array types come with their elements.
SELECT t.oid, n.nspname AS schema, t.typname AS name, pg_get_userbyid(t.typowner) AS owner,
       CASE WHEN NOT t.typisdefined THEN 'true' END AS shell,
       CASE WHEN t.typisdefined THEN t.typinput::text END AS input,
       CASE WHEN t.typisdefined THEN t.typoutput::text END AS output,
       CASE WHEN t.typreceive <> 0 THEN t.typreceive::text END AS receive,
       CASE WHEN t.typsend <> 0 THEN t.typsend::text END AS send,
       CASE WHEN t.typmodin <> 0 THEN t.typmodin::text END AS typmod_in,
       CASE WHEN t.typmodout <> 0 THEN t.typmodout::text END AS typmod_out,
       CASE WHEN t.typanalyze <> 0 THEN t.typanalyze::text END AS analyze,
       CASE WHEN t.typsubscript <> 0 THEN t.typsubscript::text END AS subscript,
       CASE WHEN t.typisdefined AND t.typlen > 0 THEN t.typlen::text
            WHEN t.typlen = -2 THEN 'cstring' END AS internallength,
       CASE WHEN t.typisdefined AND t.typbyval THEN 'true' END AS passedbyvalue,
       CASE WHEN t.typisdefined THEN
            CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'd' THEN 'double' END
       END AS alignment,
       CASE t.typstorage WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended'
                         WHEN 'm' THEN 'main' END AS storage,
       CASE WHEN t.typisdefined THEN nullif(t.typcategory, 'U')::text END AS category,
       CASE WHEN t.typispreferred THEN 'true' END AS preferred,
       t.typdefault AS "default",
       CASE WHEN t.typelem <> 0 THEN format_type(t.typelem, NULL) END AS element,
       nullif(t.typdelim, ',')::text AS delimiter,
       CASE WHEN t.typcollation <> 0 THEN 'true' END AS collatable
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE (t.typtype = 'b' OR NOT t.typisdefined)
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
ORDER BY t.oid
