SELECT t.id AS total, o.total AS id FROM orders t, orders o ORDER BY total, id

SELECT id AS x, total AS x FROM orders ORDER BY id

SELECT id AS x, id AS x FROM orders ORDER BY x

SELECT total AS id FROM orders GROUP BY id, total

SELECT count(*) AS status FROM orders GROUP BY status

SELECT o.* FROM orders o GROUP BY o.id

SELECT o.id, o.total, sum(l.quantity) FROM orders o JOIN order_line l ON l.order_id = o.id GROUP BY o.id

SELECT l.*, count(*) FROM order_line l GROUP BY l.order_id, l.line_no

SELECT x.a, x.b, x.email FROM customer AS x (a, b) GROUP BY x.a

SELECT date_trunc('day', placed_at) AS day, count(*) FROM orders GROUP BY 1 ORDER BY 1

SELECT date_trunc('day', o.placed_at) FROM orders o GROUP BY date_trunc('day', placed_at)

SELECT upper(status) || '!' FROM orders GROUP BY upper(status)

SELECT status, (SELECT count(*) FROM order_line l WHERE l.product = orders.status) FROM orders GROUP BY status

SELECT (SELECT max(o.total + l.price) FROM order_line l) FROM orders o

SELECT (SELECT max(o.total)) FROM orders o

SELECT status FROM orders GROUP BY status HAVING count(*) > 1 ORDER BY max(total) DESC

SELECT status, customer_id, grouping(status) FROM orders GROUP BY CUBE (status, customer_id)

SELECT status, count(*) FROM orders GROUP BY GROUPING SETS ((status), ()) ORDER BY 1

SELECT (customer_id, status) FROM orders GROUP BY (customer_id, status)

SELECT customer_id, sum(sum(total)) OVER (ORDER BY customer_id) FROM orders GROUP BY customer_id

SELECT sum(total) FILTER (WHERE status = 'new') FROM orders

SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY total) FROM orders

SELECT string_agg(DISTINCT status, ',' ORDER BY status) FROM orders

SELECT rank(3) WITHIN GROUP (ORDER BY quantity) FROM order_line

SELECT mode() WITHIN GROUP (ORDER BY status) FROM orders

SELECT count(*), 1 FROM orders HAVING true

SELECT 1 FROM orders HAVING 1 < 2

SELECT DISTINCT status FROM orders ORDER BY status

SELECT DISTINCT upper(status) FROM orders ORDER BY upper(status)

SELECT DISTINCT ON (customer_id) customer_id, placed_at FROM orders ORDER BY customer_id, placed_at DESC

SELECT DISTINCT ON (c) o.customer_id AS c, o.id FROM orders o

SELECT DISTINCT * FROM orders ORDER BY total, orders.id

SELECT first_value(total) OVER w FROM orders WINDOW w AS (PARTITION BY status ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)

SELECT sum(total) OVER (w ORDER BY id) FROM orders WINDOW w AS (PARTITION BY status)

SELECT lag(total, 1, 0) OVER v FROM orders WINDOW w AS (PARTITION BY status), v AS (w ORDER BY id)

SELECT * FROM orders o JOIN order_line l ON l.order_id = o.id JOIN customer c ON c.id = o.customer_id WHERE c.name = l.product

SELECT * FROM orders o, order_line l JOIN customer c ON c.name = l.product

SELECT id FROM orders JOIN customer USING (id)

SELECT id, a.what FROM orders o LEFT JOIN app.audit a USING (id) GROUP BY id, a.what

SELECT id FROM orders FULL JOIN app.audit USING (id) GROUP BY id

SELECT id, total FROM orders FULL JOIN app.audit USING (id) GROUP BY orders.id, id

SELECT o.id, id FROM orders o NATURAL JOIN app.audit a ORDER BY a.id

SELECT * FROM (orders o JOIN app.audit a USING (id)) JOIN customer c USING (id)

SELECT x.id, y.id FROM (SELECT 1 AS id) x CROSS JOIN (SELECT 2 AS id) y

SELECT j.b FROM (orders o CROSS JOIN customer c) AS j (a, b)

SELECT * FROM orders orders JOIN app.audit ON true WHERE audit.id = orders.id

SELECT app.audit.id, audit.id FROM app.audit

SELECT o FROM orders o WHERE o IS NOT NULL

SELECT row_to_json(o), o.* FROM orders o

SELECT (o).total, (o.*) FROM orders o

SELECT (SELECT o).total FROM orders o

SELECT (row_to_json(c) ->> 'x') FROM customer c

SELECT (home).city, (c.home).street, c.home FROM customer c WHERE (c.home).city = 'x'

SELECT ((ROW(1, 2))).f1

SELECT (h).* FROM (SELECT home AS h FROM customer) s

SELECT city FROM (SELECT (home).* FROM customer) s

SELECT name(c), c.name FROM customer c

SELECT grand_total(o), o.grand_total FROM orders o

SELECT g FROM generate_series(1, 3) g

SELECT g, n FROM generate_series(1, 3) WITH ORDINALITY AS x (g, n)

SELECT ordinality, generate_series FROM generate_series(1, 3) WITH ORDINALITY

SELECT key, value FROM jsonb_each('{}')

SELECT e.value ->> 'a' FROM customer c, jsonb_array_elements(c.settings) e

SELECT value FROM customer c CROSS JOIN LATERAL jsonb_array_elements_text(c.settings) AS e

SELECT e FROM json_array_elements('[]') e

SELECT u.a, u.b FROM unnest(ARRAY[1], ARRAY['x']) AS u (a, b)

SELECT t FROM customer c, unnest(c.tags) t WHERE t LIKE 'a%'

SELECT r.a FROM json_to_record('{}') AS r (a int, b text)

SELECT x.a, y FROM ROWS FROM (generate_series(1, 2), json_to_record('{}') AS (a int, b text)) AS x (y)

SELECT id, kind FROM recent('2025-01-01')

SELECT r.kind FROM recent(current_date) AS r (a)

SELECT word, catcode FROM pg_get_keywords()

SELECT d FROM current_date AS d

SELECT * FROM today()

SELECT t FROM today() t, today()

SELECT column1, v.column2 FROM (VALUES (1, 'a'), (2, NULL)) v

VALUES (1, 'a'), (2, 'b') ORDER BY column1, 2 LIMIT 1

SELECT * FROM (VALUES (1)) AS v (a) ORDER BY a

SELECT id FROM orders UNION SELECT id FROM customer ORDER BY id

(SELECT id FROM orders ORDER BY total LIMIT 1) UNION ALL (SELECT id FROM customer ORDER BY name)

SELECT 1 AS a UNION SELECT 2 EXCEPT (SELECT 3 INTERSECT SELECT 4) ORDER BY a

SELECT NULL AS a UNION VALUES (1) ORDER BY 1

WITH a AS (SELECT 1 AS x), b AS (SELECT x FROM a) SELECT a.x, b.x FROM a, b

WITH orders AS (SELECT 1 AS z) SELECT z FROM orders

WITH a AS (SELECT id FROM orders) SELECT * FROM customer WHERE id IN (SELECT id FROM a)

WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT t.n + 1 FROM t WHERE n < 5) SELECT n FROM t

WITH RECURSIVE t (a, b) AS (SELECT 1, 2 UNION SELECT b, a FROM t), u AS (SELECT a FROM t) SELECT * FROM u, t

WITH RECURSIVE u AS (SELECT a FROM t), t (a) AS (SELECT 1) SELECT * FROM u

WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SEARCH DEPTH FIRST BY n SET o CYCLE n SET c USING p SELECT n, o, c, p FROM t

WITH d AS (DELETE FROM orders RETURNING id, total) INSERT INTO app.audit (id) SELECT id FROM d

WITH u AS (UPDATE orders SET total = 1 RETURNING *) SELECT u.status FROM u

WITH i AS (INSERT INTO app.audit (id) VALUES (1)) SELECT 1

SELECT (WITH a AS (SELECT o.id AS x) SELECT x FROM a) FROM orders o

SELECT * FROM orders o WHERE EXISTS (WITH a AS (SELECT 1) SELECT o.id FROM a WHERE o.total > 1)

SELECT * FROM orders o WHERE (o.id, o.status) IN (SELECT order_id, product FROM order_line)

SELECT * FROM orders o WHERE (o.id, o.status) = (SELECT order_id, product FROM order_line LIMIT 1)

SELECT * FROM orders WHERE id = ANY (ARRAY[1, 2]) OR id = ALL (SELECT order_id FROM order_line)

SELECT ARRAY(SELECT id FROM orders), ARRAY[1, 2][1], (ARRAY[1, 2])[1:2]

SELECT customer.tags[1], tags[1:2] FROM customer

SELECT CASE status WHEN 'a' THEN 1 ELSE 2 END, NULLIF(status, 'x'), GREATEST(total, 1) FROM orders

SELECT CAST(total AS int), total::text::numeric(10, 2), int4 '1', date '2025-01-01', interval '1 day' FROM orders

SELECT EXTRACT(year FROM placed_at), substring(status FROM 1 FOR 2), trim(both 'x' FROM status), overlay('a' placing 'b' from 1), position('a' IN status) FROM orders

SELECT placed_at AT TIME ZONE 'UTC', (placed_at, placed_at) OVERLAPS (now(), now()) FROM orders

SELECT status COLLATE "C" FROM orders ORDER BY status COLLATE "C"

SELECT xmlelement(name a, xmlattributes(1 AS b)), xmlforest(id, status) FROM orders

SELECT mood, mood::text, 'ok'::mood FROM customer WHERE mood = 'sad' OR mood IN ('ok', 'happy') OR mood > 'sad'

SELECT current_user, session_user, current_date, current_timestamp(2), localtime

SELECT to_char(now(), 'YYYY'), format('%s', 1), concat_ws(',', 1, 'a'), coalesce(NULL, 1), make_interval(days => 1)

SELECT make_date(year => 2025, month => 1, day => 1), json_build_object('a', 1, 'b', now())

SELECT pg_catalog.now(), "substr"('abc', 1), pg_catalog.int4(1.5), float8(1), text(1), "char"('a')

SELECT concat(VARIADIC ARRAY['a', 'b']), num_nulls(1, 2), jsonb_build_array(), width_bucket(1, 2, 3, 4)

SELECT o.id FROM orders o FOR UPDATE OF o SKIP LOCKED

SELECT id FROM orders LIMIT (SELECT 1) OFFSET 1 + 1

SELECT id FROM orders FETCH FIRST 3 ROWS ONLY

SELECT * FROM orders TABLESAMPLE bernoulli (10) REPEATABLE (1) o

SELECT FROM orders

SELECT 1 WHERE false

TABLE orders

INSERT INTO orders VALUES (1, 2)

INSERT INTO orders (id, customer_id, total) VALUES (1, 2, DEFAULT), (2, 3, 4)

INSERT INTO orders (id, customer_id, total_tax) VALUES (1, 2, DEFAULT)

INSERT INTO customer (id, name) OVERRIDING SYSTEM VALUE VALUES (1, 'a')

INSERT INTO customer (name, home.street, tags[1]) VALUES ('a', 'b', 'c')

INSERT INTO orders DEFAULT VALUES

INSERT INTO order_line SELECT o.id, 1, 'x', 1, 2 FROM orders o

INSERT INTO order_line (order_id, line_no) SELECT * FROM (VALUES (1, 2)) v

INSERT INTO orders (id, customer_id) SELECT id, count(*) FROM customer GROUP BY id

INSERT INTO app.audit AS a (id) VALUES (1) ON CONFLICT (id) WHERE a.id > 1 DO UPDATE SET (what, at) = (excluded.what, now()) RETURNING a.*, a.id + 1

INSERT INTO app.audit (id) VALUES (1) ON CONFLICT ON CONSTRAINT audit_pkey DO UPDATE SET what = audit.what || excluded.what WHERE audit.id = 1

INSERT INTO app.audit WITH x AS (SELECT 1 AS a) SELECT a FROM x

INSERT INTO app.audit (id, what) VALUES (1, (SELECT max(status) FROM orders))

UPDATE orders SET total = total + 1, status = DEFAULT WHERE id = 1

UPDATE orders o SET total = l.price FROM order_line l, customer c WHERE l.order_id = o.id AND c.id = o.customer_id RETURNING o.id, l.price, c.*

UPDATE orders SET (total, status) = (1, 'x'), placed_at = now()

UPDATE orders SET (total, status) = (SELECT price, product FROM order_line WHERE order_id = orders.id)

UPDATE orders SET (total, status) = ROW (1, DEFAULT)

UPDATE customer SET home.city = 'x', tags[1] = 'y', home.street = 'z'

UPDATE orders SET total = (SELECT sum(price) FROM order_line l WHERE l.order_id = orders.id)

UPDATE orders AS o SET total_tax = DEFAULT

DELETE FROM orders o USING customer c WHERE c.id = o.customer_id RETURNING c.name, o.*

DELETE FROM app.audit WHERE audit.id IN (SELECT id FROM orders) RETURNING app.audit.what

MERGE INTO orders o USING (SELECT 1 AS k) s ON s.k = o.id WHEN MATCHED AND o.total > 1 THEN UPDATE SET total = s.k WHEN NOT MATCHED THEN INSERT (id, customer_id) VALUES (s.k, 2)

MERGE INTO app.audit USING orders ON audit.id = orders.id WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN DO NOTHING

MERGE INTO orders AS o USING order_line ON order_id = o.id WHEN MATCHED THEN UPDATE SET (total, status) = (price, product)

UPDATE orders SET total = old.total + 1 FROM orders old WHERE old.id = orders.id RETURNING old.total
