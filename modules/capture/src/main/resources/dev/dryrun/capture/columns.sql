-- Columns of tables, foreign tables, views and materialised views, in their order, one row each.
-- What is as the type has it, or as the server's settings, is NULL. Grants are triples: role (empty
-- for PUBLIC), privilege, grantable; those of the capturing role are left out, unless it owns it.
-- Most columns are "plain": from "collation_schema" to "grants" there is nothing to say of them.
SELECT a.attrelid AS oid,
       a.attnum AS position,
       a.attname AS name,
       format_type(a.atttypid, a.atttypmod) AS type,
       CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END AS base_type,
       nullif(a.attcollation, 0) AS collation,
       nullif(a.attnotnull, false) AS not_null,
       ad.oid AS expression_oid,
       nullif(a.attidentity, '') AS identity,
       nullif(a.attgenerated, '') AS generated,
       cn.nspname AS collation_schema,
       co.collname AS collation_name,
       CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage,
       CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
       CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END AS statistics_target,
       a.attoptions AS options,
       CASE WHEN a.attfdwoptions IS NOT NULL THEN
           ARRAY(SELECT o.option_name
                        || CASE WHEN o.option_name IN ('column_name', 'force_not_null',
                                                       'force_null')
                                THEN '=' || o.option_value ELSE '' END
                 FROM pg_options_to_table(a.attfdwoptions) o)
       END AS foreign_options,
       nullif(a.attislocal, true) AS local,
       nullif(a.attinhcount, 0) AS parents,
       CASE WHEN a.attacl IS NOT NULL THEN
           nullif(ARRAY(
               SELECT unnest(ARRAY[CASE WHEN acl.grantee = 0 THEN ''
                                   ELSE pg_get_userbyid(acl.grantee)::text END,
                              acl.privilege_type, acl.is_grantable::text])
               FROM aclexplode(a.attacl) acl
               WHERE acl.grantee = c.relowner
                  OR acl.grantee <> quote_ident(session_user)::regrole), '{}')
       END AS grants,
       d.description AS comment,
       cn.oid IS NULL AND a.attstorage = t.typstorage AND a.attcompression = ''
       AND coalesce(a.attstattarget, -1) < 0 AND a.attoptions IS NULL AND a.attfdwoptions IS NULL
       AND a.attislocal AND a.attinhcount = 0 AND a.attacl IS NULL AS plain
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation
LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
LEFT JOIN pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
LEFT JOIN pg_description d
       ON d.objoid = a.attrelid AND d.classoid = 'pg_class'::regclass AND d.objsubid = a.attnum
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
  AND a.attnum > 0 AND NOT a.attisdropped
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY a.attrelid, a.attnum
