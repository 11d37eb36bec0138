-- What pg_class says of tables, materialised views and foreign tables, one row each.
SELECT c.oid,
       n.nspname AS schema,
       c.relname,
       c.relkind,
       c.reltuples,
       c.relpages,
       c.relallvisible,
       c.relallfrozen, -- since 18
       c.relfrozenxid,
       c.relminmxid,
       toast.relfrozenxid AS toast_frozenxid,
       (SELECT substring(option FROM '^fillfactor=([0-9]+)$')::int
        FROM unnest(c.reloptions) option
        WHERE option LIKE 'fillfactor=%') AS fillfactor
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
WHERE c.relkind IN ('r', 'p', 'm', 'f')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY c.oid
