-- A trigram index.
SELECT id FROM customer WHERE name LIKE '%1234%';
SELECT id FROM customer WHERE name ~ 'e 123[45]';
-- Another index finds the rows first.
SELECT id FROM customer WHERE country = 'C7' AND email LIKE '%7@example.com';
SELECT c.id FROM orders o JOIN customer c ON c.id = o.customer_id WHERE o.id = 7 AND c.email LIKE '%7@example.com';
-- Not asked of the server
SELECT id FROM customer WHERE email LIKE 'c7%';
SELECT id FROM customer WHERE email ~ '^c7';
SELECT id FROM customer WHERE email LIKE $1;
SELECT code FROM country WHERE name LIKE '%e';
SELECT id FROM fresh WHERE name LIKE '%e';
SELECT id FROM customer WHERE email NOT LIKE '%@example.com' LIMIT 1;
