SELECT id FROM customer WHERE id NOT IN (SELECT customer_id FROM orders WHERE customer_id IS NOT NULL);
SELECT id FROM customer c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id);
-- Never null, or compared with something.
SELECT id FROM customer WHERE id NOT IN (SELECT id FROM orders);
SELECT id FROM customer WHERE id NOT IN (SELECT customer_id FROM orders WHERE customer_id > 7);
SELECT o.id FROM orders o WHERE o.id NOT IN (SELECT x.customer_id FROM orders x JOIN customer c ON c.id = x.customer_id);
SELECT id FROM customer WHERE id IN (SELECT customer_id FROM orders);
SELECT id FROM customer WHERE id NOT IN (1, 2);
