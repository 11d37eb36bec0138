SELECT avg(value) FROM measure WHERE at >= '2024-05-01' AND at < date '2024-05-01' + interval '1 month';
SELECT avg(value) FROM measure WHERE at::date = '2024-05-01' AND at >= '2024-05-01' AND at < '2024-05-03';
SELECT page FROM visit WHERE user_id = 7;
-- Not asked of the server
SELECT avg(value) FROM measure WHERE device = 7;
SELECT amount FROM sale WHERE upper(region) = 'NORTH';
