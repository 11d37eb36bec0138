SELECT c.fullname, o.total
FROM customer AS c
JOIN order_lines AS o ON o.customer_id = c.id;
