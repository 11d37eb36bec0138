-- The statements of this database. All columns, because they differ by the extension's version, which
-- need not be the server's.
SELECT s.*
FROM @extschema@.pg_stat_statements s
WHERE s.dbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
