SELECT avg(value) FROM measure WHERE at >= '2024-05-01 00:00Z' AND at < '2024-06-01 00:00Z';
SELECT avg(value) FROM measure WHERE device = 7 AND at BETWEEN '2024-05-02' AND '2024-05-03 12:00';
SELECT page FROM visit WHERE user_id = 7 AND id = 7;
SELECT value FROM measure WHERE at = '2024-05-05' OR at = '2024-06-06';
SELECT value FROM measure WHERE at > '2024-12-20';
-- Not asked of the server
-- All rows are wanted, and they are not so many.
SELECT device, max(value) FROM measure GROUP BY device;
SELECT count(*) FROM visit;
-- Other rules say it.
SELECT id FROM visit;
DELETE FROM reading;
SELECT m.value FROM measure m JOIN customer c ON c.created_at = m.at WHERE c.id = 7;
SELECT value FROM measure_5 WHERE device = 7;
SELECT amount FROM sale WHERE amount > 1;
SELECT value FROM measure WHERE date_trunc('month', at) = '2024-05-01';
