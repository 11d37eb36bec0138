SELECT id FROM customer WHERE id NOT IN (SELECT customer_id FROM orders);
SELECT id FROM customer WHERE NOT id IN (SELECT o.customer_id FROM orders o WHERE o.status = 'done');
SELECT id FROM customer WHERE id <> ALL (SELECT referrer FROM customer);
DELETE FROM fresh WHERE id NOT IN (SELECT parent FROM fresh);
