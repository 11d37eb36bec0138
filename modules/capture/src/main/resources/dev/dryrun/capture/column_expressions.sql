-- Deparsed defaults and generation expressions. The parameter: relations left out, as locked.
SELECT ad.oid, pg_get_expr(ad.adbin, ad.adrelid) AS text
FROM pg_attrdef ad
JOIN pg_class c ON c.oid = ad.adrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE ad.adrelid <> ALL (?::oid[])
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
