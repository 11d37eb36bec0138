SELECT id FROM customer WHERE lower(email) = 'c7@example.com';
SELECT id FROM customer WHERE created_at::date = '2024-05-01';
SELECT id FROM customer WHERE date_trunc('month', created_at) = '2024-05-01';
SELECT id FROM orders WHERE extract(year FROM placed_at) = 2023;
SELECT id FROM orders WHERE to_char(placed_at, 'YYYY-MM-DD') = '2024-05-01';
SELECT id FROM customer WHERE number + 1 = 8;
SELECT id FROM customer WHERE number::text = '7';
SELECT id FROM orders WHERE coalesce(customer_id, 0) = 7;
SELECT c.id FROM customer c WHERE lower(c.country) IN ('c7', 'c8');
