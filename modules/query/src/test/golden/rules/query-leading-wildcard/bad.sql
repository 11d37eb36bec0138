SELECT id FROM customer WHERE email LIKE '%@example.com';
SELECT id FROM customer WHERE note ILIKE '%urgent%';
SELECT id FROM customer WHERE email ~ 'example';
SELECT c.id FROM customer c JOIN orders o ON o.customer_id = c.id WHERE c.email LIKE '_7%';
