SELECT c.id FROM customer c, orders o WHERE o.customer_id = c.id;
SELECT c.id FROM customer c JOIN orders o ON o.customer_id = c.id JOIN country k ON k.code = c.country;
-- By something other than equality, by OR, by a function of both.
SELECT c.id FROM customer c, orders o WHERE o.placed_at < c.created_at;
SELECT c.id FROM customer c, orders o WHERE o.customer_id = c.id OR o.id = c.number;
SELECT c.id FROM customer c, orders o WHERE concat(c.id, o.customer_id) = '77';
SELECT c.id FROM customer c, orders o WHERE EXISTS (SELECT 1 FROM log l WHERE l.id = c.id AND l.at > o.placed_at);
-- USING, NATURAL, LATERAL.
SELECT 1 FROM orders JOIN (SELECT id, number FROM customer) c USING (id);
SELECT 1 FROM orders NATURAL JOIN customer;
SELECT c.id, l.id FROM customer c, LATERAL (SELECT o.id FROM orders o WHERE o.customer_id = c.id LIMIT 3) l;
SELECT c.id, w FROM customer c, regexp_split_to_table(c.note, ' ') w;
SELECT c.id, d FROM customer c, generate_series(1, 3) d;
SELECT c.id, v.x FROM customer c, (VALUES (1)) v (x);
-- It is what the text says.
SELECT 1 FROM country a CROSS JOIN country b;
SELECT 1 FROM country a JOIN country b ON true;
-- One row, known by its key, by what it is, or by what was captured.
SELECT c.id, o.total FROM customer c, orders o WHERE c.id = 7 AND o.status = 'done';
SELECT c.id FROM customer c, setting s WHERE c.score > s.rate - s.rate;
SELECT c.id, s.rate FROM customer c, setting s;
SELECT c.id, a.most FROM customer c, (SELECT max(total) AS most FROM orders) a;
WITH latest AS (SELECT max(placed_at) AS at FROM orders) SELECT c.id, latest.at FROM customer c, latest;
SELECT c.id, l.id FROM customer c, (SELECT id FROM orders ORDER BY id LIMIT 1) l;
-- Both equal one value.
SELECT c.id FROM customer c, orders o WHERE c.referrer = $1 AND o.customer_id = $1;
SELECT (SELECT count(*) FROM orders o, log l WHERE o.customer_id = c.id AND l.id = c.id) FROM customer c WHERE c.id = 1;
UPDATE customer SET note = o.status FROM orders o WHERE o.customer_id = customer.id;
DELETE FROM orders USING customer c WHERE c.id = orders.customer_id;
MERGE INTO orders o USING customer c ON o.customer_id = c.id WHEN MATCHED THEN DO NOTHING;
