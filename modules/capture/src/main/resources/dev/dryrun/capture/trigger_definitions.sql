-- Deparsed triggers. The parameter, twice: relations left out, as locked.
SELECT t.oid, pg_get_triggerdef(t.oid) AS text
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (NOT t.tgisinternal OR t.tgparentid <> 0 AND t.tgconstraint = 0)
  AND t.tgrelid <> ALL (?::oid[]) AND t.tgconstrrelid <> ALL (?::oid[])
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
