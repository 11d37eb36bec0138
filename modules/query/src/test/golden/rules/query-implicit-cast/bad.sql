SELECT id FROM customer WHERE number = 7.0;
SELECT id FROM customer WHERE id = 1e3;
SELECT id FROM customer WHERE number IN (1, 2.5);
SELECT id FROM customer WHERE number = '7'::numeric;
SELECT id FROM customer WHERE score = 1.5::float8;
SELECT id FROM customer WHERE code = '00000007'::text;
SELECT id FROM customer WHERE number BETWEEN 1.5 AND 2.5;
SELECT id FROM orders WHERE customer_id = random() * 10;
