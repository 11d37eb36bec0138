SELECT * FROM custmer

SELECT * FROM public.custmer

SELECT * FROM app.customer

SELECT * FROM nowhere.customer

SELECT * FROM audit

SELECT * FROM "Customer"

SELECT * FROM "Odd Table"

SELECT *
  FROM orders o
  JOIN oders p ON p.id = o.id

SELECT id FROM orders WHERE id IN (SELECT id FROM nothing)

WITH a AS (SELECT * FROM nothing) SELECT * FROM a

WITH a AS (SELECT 1) SELECT * FROM b

WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a

SELECT (SELECT max(id) FROM nothing)

SELECT * FROM (SELECT * FROM nothing) x

SELECT 1 UNION SELECT id FROM nothing

INSERT INTO nothing VALUES (1)

INSERT INTO app.audit SELECT * FROM nothing

UPDATE nothing SET a = 1

UPDATE orders SET total = 1 FROM nothing WHERE true

DELETE FROM nothing

DELETE FROM orders USING nothing WHERE true

SELECT o.nme FROM orders o

SELECT orders.nme FROM orders

SELECT public.orders.nme FROM orders

SELECT o.id, o.totl FROM orders o WHERE o.id = 1

SELECT o.id FROM orders o WHERE o.stat = 'x'

SELECT o.id FROM orders o JOIN customer c ON c.idd = o.customer_id

SELECT o.id FROM orders o ORDER BY o.stat

SELECT count(*) FROM orders o GROUP BY o.stat

SELECT o.id FROM orders o WHERE EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.idd)

SELECT o.id FROM orders o, LATERAL (SELECT o.foo) x

SELECT b.nam FROM big_order b

SELECT s.sum FROM order_sum s JOIN orders ON true

SELECT x.id FROM customer AS x (a, b)

SELECT t."mixed case" FROM "Odd Schema"."Odd Table" t

SELECT 'ünïcödé 😀', o.nope FROM orders o

SELECT nme FROM customer

SELECT id, nme FROM customer WHERE id = 1

SELECT id FROM customer WHERE nme = 'x'

SELECT "Name" FROM customer

SELECT name FROM customer WHERE id = $1 AND nme = $2

SELECT id FROM customer ORDER BY nme

SELECT id FROM customer GROUP BY nme

SELECT name AS n FROM customer WHERE n = 'x'

SELECT nme FROM customer JOIN orders ON customer.id = orders.customer_id

SELECT id FROM customer WHERE mood = happy

SELECT id FROM customer WHERE name = "x"

SELECT sum(totl) FROM orders

SELECT (SELECT nme FROM orders LIMIT 1) FROM customer

SELECT nme

SELECT nme FROM big_order

SELECT id FROM event_2025 WHERE wen > now()

SELECT total FROM orders HAVING totl > 1

SELECT sum(total) OVER (PARTITION BY stat) FROM orders

SELECT z.id FROM orders o

SELECT z.* FROM orders o

SELECT o.id FROM orders o WHERE z.id = 1

UPDATE orders SET total = z.total

DELETE FROM orders o WHERE x.id = 1

INSERT INTO orders (id, customr_id) VALUES (1, 2)

INSERT INTO orders (id, customer_id) VALUES (1, foo)

INSERT INTO orders (id, customer_id) VALUES (1, 2) RETURNING foo

INSERT INTO orders (id, customer_id) SELECT id, foo FROM customer

INSERT INTO app.audit (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET wat = 'x'

INSERT INTO app.audit (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET what = excluded.wat

UPDATE orders SET totl = 1

UPDATE orders o SET o.total = 1

UPDATE orders SET total = totl + 1

UPDATE orders SET total = 1 WHERE stat = 'x'

UPDATE orders SET total = 1 RETURNING stat

UPDATE orders SET (total, stat) = (1, 'x')

DELETE FROM orders WHERE stat = 'x'

DELETE FROM orders WHERE id = 1 RETURNING stat

SELECT FROM WHERE

SELEC 1

SELECT * FROM orders WHERE

SELECT 'unfinished

SELECT id FROM orders WHERE (id = 1

SELECT * FROM orders o, (SELECT o2.foo FROM orders o2) x

SELECT id::notype FROM orders

SELECT CAST(id AS varchar2) FROM orders

SELECT notype 'abc'

SELECT notype(3) 'x'

SELECT NULL::notype(3)

SELECT NULL::public.notype

SELECT NULL::app.notype

SELECT NULL::app.notype[]

SELECT NULL::nowhere.notype

SELECT NULL::pg_catalog.notype

SELECT NULL::pg_catalog.mood

SELECT NULL::information_schema.nothing

SELECT NULL::sql_identifier

SELECT NULL::notype[]

SELECT NULL::notype[3][]

SELECT ARRAY[]::notype[]

SELECT nope::notype FROM orders

SELECT nope, notype '1' FROM orders

SELECT NULL::"Mood"

SELECT NULL::"no ""type"

SELECT 'ü😀', 1::"tüpe"

SELECT 1::"int"

SELECT NULL::serial

SELECT NULL::code

SELECT NULL::app.mood

SELECT NULL::shifts

SELECT NULL::"Odd Type"

SELECT NULL::audit

SELECT NULL::customer_pkey

SELECT NULL::ticket_seq

SELECT * FROM json_to_record('{}') AS f (a notype)

SELECT * FROM json_to_record('{}') AS f (a int, b app.notype[])

SELECT xmlserialize(content '<a/>' AS notype)

SELECT x.id FROM XMLTABLE('/a' PASSING xmlparse(document '<a/>') COLUMNS id notype PATH 'id') AS x

SELECT row(1)::notype

SELECT id FROM orders WHERE total > (status::number)

SELECT id FROM orders GROUP BY id HAVING max(total)::notype > 1

SELECT id FROM orders ORDER BY status::notype

SELECT (SELECT total::notype FROM orders)

WITH a AS (SELECT 1::notype) SELECT * FROM a

SELECT NULL::notype UNION SELECT nosuch()

INSERT INTO orders (id, customer_id) VALUES (1, '2'::notype)

UPDATE orders SET total = '1'::notype

DELETE FROM orders WHERE placed_at > datetime '2025-01-01'

SELECT nosuch()

SELECT app.nosuch()

SELECT public.nosuch()

SELECT nowhere.nosuch()

SELECT "App".next_code()

SELECT pg_catalog.nosuch()

SELECT "no such"()

SELECT nosuch(*)

SELECT nosuch() OVER (ORDER BY nosuch2())

SELECT nosuch() FILTER (WHERE nope)

SELECT * FROM nosuch()

SELECT * FROM nosuch() AS f (a notype)

SELECT * FROM orders, LATERAL nosuch() AS f

SELECT nosuch(nosuch2())

SELECT abs(nosuch()) + 1

SELECT coalesce(nosuch(), 1)

SELECT (nosuch()).x

SELECT total FROM orders WHERE placed_at < getdate()

SELECT sysdate()

SELECT id FROM orders GROUP BY nosuch()

SELECT id FROM orders ORDER BY nosuch()

SELECT id FROM orders LIMIT nosuch()

SELECT nosuch(), 1::notype

INSERT INTO orders (id, customer_id) VALUES (nosuch(), 1)

UPDATE orders SET placed_at = curdate()

DELETE FROM orders WHERE id = newid() RETURNING id

SELECT id FROM orders, customer

SELECT o.id FROM orders o JOIN customer c ON id = customer_id

SELECT j.id FROM (orders CROSS JOIN customer) AS j

SELECT total AS x, id AS x FROM orders ORDER BY x

SELECT 1 FROM orders o, customer o

SELECT 1 FROM orders, orders

SELECT o.id FROM orders o JOIN customer o ON true

UPDATE orders o SET total = 1 FROM customer o

DELETE FROM orders USING orders

SELECT 1 FROM orders o JOIN customer c USING (nope)

SELECT 1 FROM orders o JOIN customer c USING (total)

SELECT 1 FROM orders a JOIN orders b ON true JOIN customer c USING (id)

SELECT 1 FROM orders a JOIN orders b USING (id, id)

SELECT x.y FROM (SELECT 1 AS z) x

SELECT y FROM (SELECT 1 AS z) x

WITH a AS (SELECT 1 AS z) SELECT y FROM a

WITH a (x) AS (SELECT 1 AS z) SELECT a.z FROM a

WITH a AS (SELECT 1), a AS (SELECT 2) SELECT 1

WITH a (x, y) AS (SELECT 1) SELECT 1 FROM a

WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT m + 1 FROM t) SELECT n FROM t

WITH i AS (INSERT INTO app.audit (id) VALUES (1)) SELECT * FROM i

SELECT v.column3 FROM (VALUES (1, 2)) v

VALUES (1, 2), (3)

INSERT INTO orders (id) VALUES (1, 2)

INSERT INTO orders (id, customer_id) VALUES (1)

INSERT INTO orders (id, customer_id) VALUES (1, 2), (3)

INSERT INTO app.audit VALUES (1, 'a', now(), 4 + 5)

INSERT INTO orders (id, customer_id) SELECT id FROM customer

INSERT INTO app.audit (id) SELECT id, id + 1 FROM customer

INSERT INTO app.audit (id) SELECT * FROM orders

INSERT INTO orders (id, id) VALUES (1, 2)

INSERT INTO orders (id, customer_id, total_tax) VALUES (1, 2, 3)

INSERT INTO customer (id, name) VALUES (1, 'a')

UPDATE orders SET total_tax = 1

UPDATE customer SET id = 1

UPDATE orders SET total = 1, total = 2

UPDATE orders SET (total, status) = (1, 'a', 2)

UPDATE orders SET (total, status) = (SELECT 1)

UPDATE customer SET home.zip = 'x'

INSERT INTO app.audit VALUES (1) ON CONFLICT (idd) DO NOTHING

INSERT INTO app.audit VALUES (1) ON CONFLICT (id) DO UPDATE SET what = excluded.wat

INSERT INTO app.audit VALUES (1) ON CONFLICT (id) DO UPDATE SET what = id || what

INSERT INTO app.audit VALUES (1) ON CONFLICT DO UPDATE SET what = 'a'

SELECT status, count(*) FROM orders

SELECT status, total FROM orders GROUP BY status

SELECT o.*, count(*) FROM orders o GROUP BY o.status

SELECT status FROM orders GROUP BY status ORDER BY total

SELECT status FROM orders GROUP BY status HAVING total > 1

SELECT upper(name) FROM customer GROUP BY lower(name), email

SELECT line_no, product FROM order_line GROUP BY line_no

SELECT status, (SELECT orders.total) FROM orders GROUP BY status

SELECT b.name, count(*) FROM big_order b GROUP BY b.id

SELECT id FROM orders WHERE count(*) > 1

SELECT id FROM orders o JOIN customer c ON max(o.id) = c.id

SELECT id FROM orders GROUP BY max(id)

UPDATE orders SET total = sum(total)

SELECT id FROM orders WHERE row_number() OVER () = 1

SELECT row_number() FROM orders

SELECT lower('a') OVER () FROM orders

SELECT sum(total) OVER w FROM orders

SELECT sum(total) OVER (w ORDER BY id) FROM orders WINDOW v AS (PARTITION BY id)

SELECT sum(total) OVER w FROM orders WINDOW w AS (ORDER BY nope)

SELECT DISTINCT status FROM orders ORDER BY total

SELECT id FROM orders ORDER BY 2

SELECT id FROM orders GROUP BY 3

SELECT id FROM orders ORDER BY 'a'

SELECT id FROM orders UNION SELECT id, total FROM orders

SELECT id FROM orders UNION SELECT id FROM customer ORDER BY total

SELECT id FROM orders UNION SELECT id FROM customer ORDER BY id + 1

SELECT id FROM orders UNION SELECT id FROM customer ORDER BY orders.id

SELECT id FROM orders LIMIT id

SELECT id FROM orders o FOR UPDATE OF c

SELECT *

SELECT (SELECT id, total FROM orders)

SELECT 1 FROM orders WHERE id IN (SELECT id, total FROM orders)

SELECT 1 FROM orders WHERE (id, total) IN (SELECT id FROM orders)

SELECT 1 FROM orders WHERE (id, total) = (1, 2, 3)

SELECT ARRAY(SELECT id, total FROM orders)

SELECT o.id FROM orders o, (SELECT o.id AS k) x

SELECT orders.id FROM orders o

SELECT a.id FROM orders a, orders b JOIN customer c ON c.id = a.customer_id

SELECT * FROM orders o RIGHT JOIN LATERAL (SELECT o.id) x ON true

UPDATE orders o SET total = 1 FROM LATERAL (SELECT o.id) x

SELECT (c.home).zip FROM customer c

SELECT (home).zip FROM customer

SELECT lenght(name) FROM customer

SELECT nosuch(1, 'a', now(), id, name) FROM customer

SELECT substr('a') FROM customer

SELECT abs(1, 2)

SELECT app.next_code(1)

SELECT g.x FROM generate_series(1, 2) g

SELECT value FROM jsonb_each('{}') AS e (k, v)

SELECT x.c FROM json_to_record('{}') AS x (a int, b text)

SELECT 1 FROM generate_series(1, 2) AS g (a, b)

SELECT 1 FROM customer c (a, b, c, d, e, f, g, h, i)

SELECT * FROM (orders CROSS JOIN app.audit) AS j (a, b, c, d, e, f, g, h, i, j)

SELECT kin FROM recent('2025-01-01')

SELECT 1 FROM customer WHERE mood = 'angry'

SELECT 1 FROM customer WHERE 'angry' <> mood

SELECT 1 FROM customer c WHERE c.mood IN ('sad', 'angry')

SELECT b.ctid FROM big_order b

DELETE FROM orders o USING customer c WHERE c.id = x.id

DELETE FROM orders o WHERE orders.id = 1

UPDATE orders o SET total = o.tottal RETURNING o.idd
