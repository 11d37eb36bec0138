-- Relations of this database that somebody holds, or waits to hold, ACCESS EXCLUSIVE: whoever wants
-- any lock on one of them waits.
SELECT DISTINCT l.relation AS oid
FROM pg_locks l
WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock'
  AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
  AND l.pid <> pg_backend_pid()
