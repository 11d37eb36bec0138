-- Columns of tables, foreign tables, views and materialised views, in their order, one row each.
-- What is as the type has it, or as the server's settings, is NULL. Grants are triples: role (empty
-- for PUBLIC), privilege, grantable; those of the capturing role are left out, unless it owns it.
-- Most columns are "plain": from "collation_schema" to "grants" there is nothing to say of them. A
-- NOT NULL that has a name comes with its column; its flags are those of constraints.sql.
-- OFFSET 0: relations are filtered before their columns are looked up, constraints keep a key to be
-- joined by, and what a type decides is asked once for each of its kind, not for each column (the
-- server remembers the answers, as they depend on nothing else).
SELECT a.attrelid AS oid,
       a.attnum AS position,
       a.attname AS name,
       t.type,
       t.base_type,
       nullif(a.attcollation, 0) AS collation,
       nullif(a.attnotnull, false) AS not_null,
       NULL AS not_null_name, -- until 17
       NULL AS not_null_flags, -- until 17
       NULL AS not_null_parents, -- until 17
       NULL AS not_null_comment, -- until 17
       k.name AS not_null_name, -- since 18
       k.flags AS not_null_flags, -- since 18
       k.parents AS not_null_parents, -- since 18
       k.comment AS not_null_comment, -- since 18
       ad.oid AS expression_oid,
       nullif(a.attidentity, '') AS identity,
       nullif(a.attgenerated, '') AS generated,
       t.collation_schema,
       t.collation_name,
       t.storage,
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
       t.collation_name IS NULL AND t.storage IS NULL AND a.attcompression = ''
       AND coalesce(a.attstattarget, -1) < 0 AND a.attoptions IS NULL AND a.attfdwoptions IS NULL
       AND a.attislocal AND a.attinhcount = 0 AND a.attacl IS NULL AS plain
FROM pg_attribute a
JOIN (
    SELECT c.oid, c.relowner
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
      AND c.relpersistence <> 't'
      AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    OFFSET 0
) c ON c.oid = a.attrelid
CROSS JOIN LATERAL (
    SELECT format_type(ty.oid, a.atttypmod) AS type,
           CASE WHEN ty.typtype = 'd' THEN ty.typbasetype ELSE ty.oid END AS base_type,
           CASE WHEN a.attstorage <> ty.typstorage THEN a.attstorage END AS storage,
           cn.nspname AS collation_schema,
           co.collname AS collation_name
    FROM pg_type ty
    LEFT JOIN pg_collation co ON co.oid = a.attcollation AND co.oid <> ty.typcollation
    LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
    WHERE ty.oid = a.atttypid
    OFFSET 0
) t
LEFT JOIN pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
LEFT JOIN pg_description d
       ON d.objoid = a.attrelid AND d.classoid = 'pg_class'::regclass AND d.objsubid = a.attnum
LEFT JOIN ( -- since 18
    SELECT k.conrelid, k.conkey[1] AS position, k.conname AS name, -- since 18
           CASE WHEN k.condeferrable OR NOT k.convalidated OR NOT k.conenforced -- since 18
                     OR k.connoinherit OR NOT k.conislocal THEN -- since 18
               (CASE WHEN k.condeferrable THEN 1 ELSE 0 END) -- since 18
               + (CASE WHEN k.condeferred THEN 2 ELSE 0 END) -- since 18
               + (CASE WHEN k.convalidated THEN 0 ELSE 4 END) -- since 18
               + (CASE WHEN k.conenforced THEN 0 ELSE 8 END) -- since 18
               + (CASE WHEN k.connoinherit THEN 32 ELSE 0 END) -- since 18
               + (CASE WHEN k.conislocal THEN 0 ELSE 64 END) -- since 18
           END AS flags, -- since 18
           nullif(k.coninhcount, 0) AS parents, -- since 18
           kd.description AS comment -- since 18
    FROM pg_constraint k -- since 18
    LEFT JOIN pg_description kd -- since 18
           ON kd.objoid = k.oid AND kd.classoid = 'pg_constraint'::regclass -- since 18
              AND kd.objsubid = 0 -- since 18
    WHERE k.contype = 'n' AND k.conrelid <> 0 -- since 18
    OFFSET 0 -- since 18
) k ON k.conrelid = a.attrelid AND k.position = a.attnum -- since 18
WHERE a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum
