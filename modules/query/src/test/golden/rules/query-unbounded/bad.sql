SELECT id, email FROM customer;
SELECT id, email FROM customer ORDER BY email;
-- A join reads no less.
SELECT c.id, o.id FROM customer c JOIN orders o ON o.customer_id = c.id;
SELECT id FROM orders UNION ALL SELECT id FROM customer WHERE number = 1;
SELECT at, value FROM measure;
SELECT customer_id, total FROM customer_sum;
