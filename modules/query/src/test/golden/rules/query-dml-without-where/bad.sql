UPDATE customer SET note = NULL;
DELETE FROM orders;
-- However small.
DELETE FROM country;
UPDATE fresh SET name = 'x';
UPDATE customer SET note = k.name FROM country k;
WITH gone AS (DELETE FROM orders RETURNING id) SELECT count(*) FROM gone;
