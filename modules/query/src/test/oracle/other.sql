SELECT id FROM orders JOIN customer ON true

SELECT nofunction(id) FROM orders

SELECT id + name FROM customer

SELECT status, count(*) FROM orders

SELECT o.id FROM orders o, (SELECT o.id AS k) x

SELECT orders.id FROM orders o

SELECT a.id FROM orders a, orders b JOIN customer c ON c.id = a.customer_id

SELECT * FROM customer c, customer c

SELECT x.y FROM (SELECT 1 AS z) x

SELECT y FROM (SELECT 1 AS z) x

WITH a AS (SELECT 1 AS z) SELECT y FROM a

SELECT id FROM orders LIMIT id

INSERT INTO orders (id) VALUES (1, 2)

SELECT * FROM customer_pkey

SELECT (c.home).zip FROM customer c

INSERT INTO app.audit VALUES (1) ON CONFLICT (idd) DO NOTHING

SELECT j.total FROM (orders JOIN app.audit USING (id)) AS j WHERE orders.id = 1

SELECT *

SELECT next_code()

SELECT recent()

SELECT mood()

SELECT email()

SELECT app.recent()

SELECT count()

SELECT NULL::void[]

SELECT NULL::_nosuch

SELECT NULL::_int4[]

SELECT NULL::nowhere.app.thing

SELECT NULL::pg_temp.thing

SELECT treat(1 AS notype)

SELECT nosuch(1)

SELECT nosuch() WITHIN GROUP (ORDER BY 1)

SELECT 'notype'::regtype

SELECT NULL::int4(3)

SELECT hstore()

SELECT pg_nosuch()

SELECT "Odd Name"()
