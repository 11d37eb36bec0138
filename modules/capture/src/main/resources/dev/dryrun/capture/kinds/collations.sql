-- Collations, one row each. What the operating system's library is in (`collversion`) is not asked:
-- it belongs to the server. Columns that came or were renamed between 14 and 18 are taken by name.
SELECT c.oid,
       n.nspname AS schema,
       c.collname AS name,
       pg_get_userbyid(c.collowner) AS owner,
       CASE c.collprovider WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin'
                           WHEN 'd' THEN 'default' END AS provider,
       CASE c.collprovider WHEN 'c' THEN NULL
            ELSE coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale',
                          to_jsonb(c) ->> 'collcollate') END AS locale,
       CASE c.collprovider WHEN 'c' THEN to_jsonb(c) ->> 'collcollate' END AS lc_collate,
       CASE c.collprovider WHEN 'c' THEN to_jsonb(c) ->> 'collctype' END AS lc_ctype,
       CASE WHEN NOT c.collisdeterministic THEN 'false' END AS deterministic,
       to_jsonb(c) ->> 'collicurules' AS rules
FROM pg_collation c
JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE c.collencoding IN (-1, pg_char_to_encoding(getdatabaseencoding()))
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY c.oid
