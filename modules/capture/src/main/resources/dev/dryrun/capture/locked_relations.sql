-- What nobody can lock just now: somebody holds ACCESS EXCLUSIVE, or waits for it and so makes
-- everybody after him wait.
SELECT DISTINCT l.relation::oid AS oid
FROM pg_locks l
WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock'
  AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
