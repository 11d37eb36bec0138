SELECT count(*) FROM log;
SELECT count(*) AS n FROM log AS l;
SELECT (SELECT count(*) FROM log) > 5;
