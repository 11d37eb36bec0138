SELECT c.full_name, count(*) AS orders
FROM customer AS c
JOIN orders AS o ON o.customer_id = c.id
WHERE o.placed_at >= '2025-07-01' AND o.status = 'shipped'
GROUP BY c.id, c.full_name
ORDER BY orders DESC
LIMIT 10;
