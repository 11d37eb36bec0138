-- Nothing is to be said of these.
SELECT c.id, c.name FROM customer c WHERE c.id = $1;
SELECT * FROM customer WHERE id = $1;
SELECT * FROM customer WHERE email = $1 LIMIT 1;
SELECT c.* FROM customer c INNER JOIN orders o ON o.customer_id = c.id WHERE o.id = 7;
SELECT o.id, o.total FROM orders o WHERE o.customer_id = $1 ORDER BY o.placed_at DESC LIMIT 20 OFFSET $2;
SELECT count(*) FROM orders WHERE customer_id = 7;
SELECT date_trunc('day', placed_at) AS d, count(*) FROM orders WHERE placed_at > now() - interval '30 days' GROUP BY 1 ORDER BY 1;
SELECT c.country, sum(o.total) FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.country HAVING sum(o.total) > 100;
SELECT status, count(*) FILTER (WHERE total > 10) FROM orders GROUP BY status;
INSERT INTO orders (id, customer_id, status, total, placed_at) VALUES ($1, $2, $3, $4, now()) RETURNING *;
INSERT INTO customer SELECT * FROM customer WHERE id = 7 ON CONFLICT (id) DO UPDATE SET name = excluded.name;
UPDATE orders SET status = 'done', shipped_at = now() WHERE id = ANY ($1);
UPDATE orders o SET status = 'x' FROM customer c WHERE c.id = o.customer_id AND c.email = $1;
DELETE FROM orders WHERE id IN (SELECT id FROM orders WHERE placed_at < '2020-01-01' LIMIT 1000);
WITH r AS (SELECT id FROM orders WHERE status = 'new' ORDER BY id LIMIT 10 FOR UPDATE SKIP LOCKED) UPDATE orders SET status = 'busy' FROM r WHERE orders.id = r.id RETURNING orders.*;
SELECT a.id FROM customer a LEFT JOIN orders o ON o.customer_id = a.id AND o.status = 'done' WHERE o.id IS NULL AND a.country = 'C1';
SELECT x.* FROM (SELECT o.*, row_number() OVER (PARTITION BY customer_id ORDER BY placed_at DESC) AS rn FROM orders o) x WHERE x.rn = 1;
WITH RECURSIVE t AS (SELECT id, referrer FROM customer WHERE id = 1 UNION ALL SELECT c.id, c.referrer FROM customer c JOIN t ON c.referrer = t.id) SELECT * FROM t;
SELECT s1.n, s2.n FROM (SELECT count(*) AS n FROM orders WHERE status = 'a') s1, (SELECT count(*) AS n FROM orders WHERE status = 'b') s2;
SELECT avg(total) FROM orders, customer, country WHERE orders.customer_id = customer.id AND (country.code = customer.country AND total BETWEEN 1 AND 2 OR country.code = customer.country AND total > 5);
SELECT k, v FROM customer, jsonb_each_text('{}'::jsonb) AS e (k, v) WHERE id = 1;
SELECT * FROM customer_view WHERE id = 7;
SELECT * FROM pg_stat_activity;
SELECT table_name FROM information_schema.tables;
SELECT now(), version();
SELECT m.device, avg(value) FROM measure m WHERE m.at > now() - interval '1 hour' GROUP BY 1;
INSERT INTO measure VALUES (now(), 1, 2);
SELECT g.d, count(o.id) FROM generate_series('2024-01-01'::date, '2024-02-01', '1 day') g (d) LEFT JOIN orders o ON o.placed_at >= g.d AND o.placed_at < g.d + interval '1 day' GROUP BY g.d;
SELECT id FROM customer WHERE email ILIKE 'c7%';
SELECT id FROM customer WHERE coalesce(note, '') <> '';
SELECT c.id FROM customer c WHERE c.number = (SELECT max(number) FROM customer);
SELECT id FROM orders WHERE total > 100.5 AND id > 10 LIMIT 5;
SELECT count(DISTINCT customer_id) FROM orders;
SELECT c.id FROM customer c WHERE c.created_at >= date_trunc('month', now()) AND c.created_at < date_trunc('month', now()) + interval '1 month';
SELECT c.id, l.total FROM customer c LEFT JOIN LATERAL (SELECT total FROM orders o WHERE o.customer_id = c.id ORDER BY placed_at DESC LIMIT 1) l ON true WHERE c.country = 'C1';
SELECT id FROM customer WHERE (country, number) IN (('C1', 1), ('C2', 2));
SELECT id FROM customer WHERE (number, id) > (5, 7) ORDER BY number, id LIMIT 10;
SELECT p1.id, p2.id FROM customer p1 JOIN customer p2 ON p1.country = p2.country AND p1.id < p2.id WHERE p1.id = 5;
SELECT string_agg(name, ',') FROM country;
SELECT DISTINCT ON (customer_id) id, total FROM orders ORDER BY customer_id, placed_at DESC;
SELECT user_id, count(*) FROM visit GROUP BY user_id ORDER BY 2 DESC LIMIT 10;
SELECT count(*) FROM visit;
SELECT id FROM visit ORDER BY id DESC LIMIT 1;
MERGE INTO customer c USING (SELECT 1 AS id, 'x' AS name) s ON c.id = s.id WHEN MATCHED THEN UPDATE SET name = s.name;
SELECT o.id FROM orders o JOIN customer c USING (id) NATURAL JOIN country WHERE o.id = 1;
SELECT p.id FROM customer p WHERE p.country LIKE 'C%1';
SELECT c.id, o.total FROM customer c, orders o, country k
WHERE c.id = o.customer_id AND c.country = k.code AND k.name IN ('one', 'two') AND o.placed_at < '2024-03-15';
SELECT o.id FROM customer c1, customer c2, orders o, orders p WHERE o.customer_id = c1.id AND p.customer_id = c2.id
AND ((c1.country = 'C1' AND c2.country = 'C2') OR (c1.country = 'C2' AND c2.country = 'C1'));
SELECT cntrycode, count(*) FROM (SELECT substring(email FROM 1 FOR 2) AS cntrycode, score FROM customer
WHERE substring(email FROM 1 FOR 2) IN ('13', '31') AND score > (SELECT avg(score) FROM customer WHERE score > 0.00)
AND NOT EXISTS (SELECT * FROM orders WHERE customer_id = customer.id)) AS custsale GROUP BY cntrycode ORDER BY cntrycode;
WITH a AS (SELECT country AS c, sum(score) AS s FROM customer GROUP BY country),
b AS (SELECT status AS st, count(*) AS n FROM orders GROUP BY status HAVING count(*) > 1)
SELECT a.c, x.n FROM a JOIN b x ON x.st = a.c WHERE a.s > (SELECT max(s) * 0.95 FROM a);
SELECT c.id FROM customer c WHERE c.id NOT IN (SELECT referrer FROM customer WHERE referrer IS NOT NULL);
SELECT id FROM orders WHERE placed_at BETWEEN now() - interval '1 day' AND now();
SELECT id FROM orders WHERE placed_at::date BETWEEN '2024-01-01' AND '2024-01-02' AND customer_id = 8;
