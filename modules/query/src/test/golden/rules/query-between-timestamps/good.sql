SELECT id FROM orders WHERE placed_at >= '2024-01-01' AND placed_at < '2024-02-01';
SELECT id FROM orders WHERE placed_at BETWEEN '2024-01-01' AND '2024-01-31 23:59:59.999999';
SELECT id FROM orders WHERE placed_at BETWEEN $1 AND $2;
SELECT id FROM orders WHERE id BETWEEN 1 AND 7;
SELECT id FROM customer WHERE created_at::date BETWEEN '2024-01-01' AND '2024-01-31' AND id = 1;
