SELECT id FROM customer WHERE number = 7;
SELECT id FROM customer WHERE number = 7::bigint;
SELECT id FROM customer WHERE number = '7';
SELECT id FROM customer WHERE score = 1.5;
SELECT id FROM customer WHERE score = 7;
SELECT id FROM customer WHERE email = 'c7@example.com'::text;
SELECT id FROM customer WHERE code = '00000007';
SELECT id FROM customer WHERE created_at = date '2024-05-01';
SELECT id FROM customer WHERE created_at = timestamp '2024-05-01 12:00';
SELECT id FROM orders WHERE placed_at = timestamptz '2024-05-01 12:00Z';
SELECT id FROM customer WHERE number = 7 AND id = 7.0;
-- Not asked of the server
SELECT id FROM customer WHERE number = $1;
SELECT code FROM country WHERE area = 1.5;
