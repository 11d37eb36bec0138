-- Where pg_stat_statements is installed.
SELECT e.extversion AS version, format('%I', n.nspname) AS quoted
FROM pg_extension e
JOIN pg_namespace n ON n.oid = e.extnamespace
WHERE e.extname = 'pg_stat_statements'
