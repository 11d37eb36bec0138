SELECT count(*) FROM log WHERE level = 'error';
SELECT level, count(*) FROM log GROUP BY level;
SELECT count(*) FILTER (WHERE level = 'error') FROM log;
SELECT count(*) FROM orders;
SELECT count(*) FROM fresh;
SELECT reltuples::bigint FROM pg_class WHERE oid = 'log'::regclass;
SELECT EXISTS (SELECT count(*) FROM log);
