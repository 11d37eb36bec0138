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
