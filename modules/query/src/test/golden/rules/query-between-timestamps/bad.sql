SELECT id FROM orders WHERE placed_at BETWEEN '2024-01-01' AND '2024-01-31';
SELECT id FROM customer WHERE created_at BETWEEN '2024-01-01'::date AND '2024-12-31'::date;
SELECT id FROM fresh WHERE at BETWEEN timestamp '2024-01-01' AND timestamp '2024-01-31';
SELECT id FROM orders o WHERE o.id = 1 OR o.placed_at BETWEEN $1 AND '2024-02-31';
