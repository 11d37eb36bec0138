SELECT id, email FROM customer WHERE country = 'C7';
-- A small table.
SELECT * FROM country;
-- Nobody is sent these columns.
SELECT count(*) FROM customer;
SELECT 1 FROM orders o WHERE EXISTS (SELECT * FROM customer c WHERE c.id = o.customer_id) AND o.id = 1;
SELECT id FROM (SELECT * FROM customer) c WHERE country = 'C7';
INSERT INTO orders SELECT * FROM orders WHERE id < 0;
CREATE VIEW all_customers AS SELECT * FROM customer;
-- A few rows.
SELECT * FROM customer WHERE id = 7;
SELECT c.* FROM orders o JOIN customer c ON c.id = o.customer_id WHERE o.id = $1;
SELECT * FROM customer WHERE country = 'C7' LIMIT 10;
-- How many rows there are is not known.
SELECT * FROM fresh WHERE id > 7;
-- A table that has little more than what is wanted.
SELECT * FROM visit WHERE user_id = 7;
