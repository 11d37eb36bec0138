SELECT avg(value) FROM measure WHERE date_trunc('month', at) = '2024-05-01';
SELECT avg(value) FROM measure WHERE at::date = '2024-05-01';
SELECT avg(value) FROM measure WHERE extract(year FROM at) = 2024 AND device = 7;
SELECT avg(value) FROM measure WHERE to_char(at, 'YYYY-MM') = '2024-05';
SELECT page FROM visit WHERE user_id::text = '7';
