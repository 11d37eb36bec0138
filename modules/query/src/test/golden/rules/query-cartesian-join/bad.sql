SELECT c.id, o.id FROM customer c, orders o WHERE c.country = 'C7';
SELECT c.id FROM customer c, orders o, country k WHERE o.customer_id = c.id AND k.name LIKE 'o%';
-- The condition says nothing of the other table.
SELECT c.id FROM customer c JOIN orders o ON c.number = c.id WHERE c.country = 'C7';
UPDATE customer SET note = o.status FROM orders o WHERE customer.id = 7 OR customer.id = 8;
DELETE FROM orders USING customer c WHERE c.country = 'C7';
SELECT 1 FROM setting WHERE EXISTS (SELECT 1 FROM customer c, orders o WHERE c.country = currency);
SELECT s.n FROM (SELECT number AS n FROM customer) s, fresh f;
