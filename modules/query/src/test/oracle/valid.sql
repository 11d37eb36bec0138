SELECT 1

SELECT * FROM customer

SELECT id, name, email FROM customer WHERE id = 1

SELECT c.id, c.name FROM customer c WHERE c.mood = 'happy'

SELECT customer.id, public.customer.name FROM customer

SELECT public.customer.* FROM public.customer

SELECT c FROM customer c

SELECT customer FROM customer

SELECT (c).name, (c.home).city FROM customer c

SELECT (home).street, (c.home).* FROM customer c

SELECT c.* FROM customer AS c

SELECT ctid, xmin, xmax, cmin, cmax, tableoid FROM orders

SELECT o.ctid, o.tableoid::regclass FROM orders o

SELECT c.row_to_json FROM customer c

SELECT o.count FROM orders o

SELECT o.to_jsonb, o.pg_typeof, o.pg_column_size FROM orders o

SELECT x.a, x.b FROM customer AS x (a, b)

SELECT a, b, email FROM customer AS x (a, b)

SELECT o.id FROM orders o JOIN customer c ON c.id = o.customer_id

SELECT id, customer_id FROM orders JOIN order_line ON order_id = id

SELECT order_id, line_no FROM order_line NATURAL JOIN (SELECT 1 AS line_no) x

SELECT id FROM orders JOIN app.audit USING (id)

SELECT j.id FROM (orders JOIN app.audit USING (id)) AS j

SELECT j.id, orders.total FROM orders JOIN app.audit USING (id) AS j

SELECT o.id FROM orders o LEFT JOIN order_line l ON l.order_id = o.id AND l.quantity > 1

SELECT * FROM orders o CROSS JOIN LATERAL (SELECT o.total + 1 AS more) x WHERE more > 1

SELECT o.id, l.n FROM orders o, LATERAL (SELECT count(*) AS n FROM order_line WHERE order_id = o.id) l

SELECT o.id, g FROM orders o, generate_series(1, o.id) g

SELECT o.id, g.n FROM orders o, generate_series(1, o.customer_id) AS g (n)

SELECT generate_series FROM generate_series(1, 3)

SELECT generate_series.generate_series FROM generate_series(1, 3)

SELECT r.id, r.kind FROM recent('2025-01-01') r

SELECT id, kind FROM recent(current_date)

SELECT f.a FROM json_to_record('{}') AS f (a int, b text)

SELECT t.tag, t.n FROM customer c, unnest(c.tags) WITH ORDINALITY AS t (tag, n)

SELECT * FROM ROWS FROM (generate_series(1, 2), generate_series(1, 3)) AS r (a, b)

SELECT key, value FROM customer, jsonb_each(settings)

SELECT d FROM current_date AS d

SELECT current_date.current_date FROM current_date

SELECT x.* FROM (VALUES (1, 'a'), (2, 'b')) AS x (n, t) WHERE x.n > 1

SELECT s.id FROM (SELECT id FROM orders) s

SELECT id FROM (SELECT id FROM orders) s WHERE id IN (SELECT order_id FROM order_line)

SELECT name FROM customer c WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id)

SELECT name FROM customer WHERE EXISTS (SELECT 1 FROM orders WHERE customer_id = customer.id)

SELECT name FROM customer WHERE id = (SELECT max(customer_id) FROM orders WHERE created_at < placed_at)

SELECT name, ARRAY(SELECT total FROM orders WHERE customer_id = c.id ORDER BY total) FROM customer c

SELECT id FROM customer WHERE (id, name) IN (SELECT customer_id, status FROM orders)

WITH a AS (SELECT id FROM orders) SELECT id FROM a

WITH a (x) AS (SELECT id FROM orders), b AS (SELECT x FROM a) SELECT b.x FROM b JOIN a USING (x)

WITH orders AS (SELECT 1 AS anything) SELECT anything FROM orders

WITH orders AS (SELECT 1 AS anything) SELECT o.anything, p.total FROM orders o, public.orders p

WITH RECURSIVE t (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 10) SELECT n FROM t

WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT t.n + 1 FROM t WHERE t.n < 5) SEARCH DEPTH FIRST BY n SET ord SELECT n, ord FROM t

WITH moved AS (DELETE FROM orders WHERE status = 'old' RETURNING id, total) SELECT sum(total) FROM moved

WITH ins AS (INSERT INTO app.audit (id, what) VALUES (1, 'x') RETURNING *) SELECT ins.at FROM ins

SELECT * FROM (WITH q AS (SELECT 1 AS one) SELECT one FROM q) z WHERE z.one = 1

SELECT status AS state, count(*) FROM orders GROUP BY state

SELECT status AS state, count(*) AS n FROM orders GROUP BY status ORDER BY n DESC, state

SELECT total * 2 AS twice FROM orders ORDER BY twice

SELECT max(total) FROM orders GROUP BY status ORDER BY max

SELECT total::int FROM orders ORDER BY total

SELECT CASE WHEN total > 1 THEN 'a' ELSE 'b' END FROM orders ORDER BY "case"

SELECT coalesce(status, 'x') FROM orders ORDER BY coalesce

SELECT DISTINCT ON (who) customer_id AS who, total FROM orders ORDER BY who, total DESC

SELECT DISTINCT status FROM orders ORDER BY status

SELECT status, customer_id, sum(total) FROM orders GROUP BY ROLLUP (status, customer_id)

SELECT status AS s, grouping(status) FROM orders GROUP BY GROUPING SETS ((s), ())

SELECT sum(total) OVER w, rank() OVER (PARTITION BY status ORDER BY total) FROM orders WINDOW w AS (PARTITION BY customer_id)

SELECT string_agg(name, ',' ORDER BY created_at) FILTER (WHERE mood = 'ok') FROM customer

SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY total) FROM orders

SELECT id FROM orders UNION SELECT id FROM app.audit ORDER BY id

SELECT id AS x FROM orders UNION ALL (SELECT id FROM app.audit ORDER BY at LIMIT 1) ORDER BY x

SELECT id FROM orders EXCEPT SELECT order_id FROM order_line INTERSECT SELECT id FROM customer

VALUES (1, 2), (3, 4) ORDER BY column1

SELECT total FROM orders LIMIT 10 OFFSET 5

SELECT total FROM orders ORDER BY total FETCH FIRST 3 ROWS WITH TIES

SELECT id FROM orders o FOR UPDATE OF o SKIP LOCKED

SELECT * FROM orders TABLESAMPLE system (10) WHERE id > 0

SELECT name, total FROM big_order WHERE total > 100

SELECT b.name FROM big_order b JOIN order_sum s ON s.total = b.total

SELECT * FROM order_sum WHERE customer_id = 1

SELECT id, at FROM event WHERE at >= '2025-01-01'

SELECT e.kind FROM event_2025 e

SELECT * FROM ONLY event

SELECT last_value, is_called FROM ticket_seq

SELECT relname, nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace

SELECT table_name FROM information_schema.tables

SELECT * FROM pg_catalog.pg_stat_activity

SELECT "Mixed Case", "select", "quo""te", "ünï" FROM "Odd Schema"."Odd Table"

SELECT t."Mixed Case" FROM "Odd Schema"."Odd Table" t ORDER BY t."select"

SELECT "Odd Table"."select" FROM "Odd Schema"."Odd Table"

SELECT what FROM app.audit WHERE audit.at > now()

SELECT CUSTOMER.ID FROM Customer

SELECT id FROM customer WHERE settings ->> 'a' = 'b' AND tags[1] = 'x' AND tags @> ARRAY['y']

SELECT id FROM customer WHERE settings @? '$.a' AND name COLLATE "C" > 'a'

SELECT extract(year FROM placed_at), placed_at AT TIME ZONE 'UTC', position('a' IN status) FROM orders

SELECT overlay(status PLACING 'x' FROM 1), trim(both ' ' FROM status), substring(status FROM 1 FOR 2) FROM orders

SELECT total::numeric(10, 2), CAST(id AS varchar(20)), interval '1 day' * id FROM orders

SELECT current_user, session_user, user, current_timestamp, localtime

SELECT nullif(status, ''), greatest(total, 1), least(total, 2), row(id, total) FROM orders

SELECT make_interval(days => id::int) FROM orders

SELECT xmlelement(name foo, xmlattributes(status AS bar), total) FROM orders

SELECT x.id FROM XMLTABLE('/a' PASSING xmlparse(document '<a/>') COLUMNS id int PATH 'id') AS x

SELECT id FROM orders WHERE total BETWEEN 1 AND 2 AND status LIKE 'a%' AND placed_at IS NOT NULL AND NOT status IN ('x', 'y')

SELECT id FROM orders WHERE customer_id = ANY ($1) AND total > $2

SELECT o.* FROM orders o, customer c WHERE o.customer_id = c.id AND c.name = ALL (SELECT status FROM orders)

INSERT INTO orders (id, customer_id) VALUES (1, 2)

INSERT INTO orders DEFAULT VALUES

INSERT INTO orders (id, customer_id, total) VALUES (1, 2, DEFAULT), (2, 3, 4) RETURNING id, total_tax

INSERT INTO orders AS o (id, customer_id) VALUES (1, 2) RETURNING o.id, orders_total(o)

INSERT INTO orders AS o (id, customer_id) VALUES (1, 2) RETURNING o.id, o.total

INSERT INTO order_line SELECT id, 1, 'x', 1, total FROM orders

INSERT INTO app.audit (id, what) SELECT o.id, c.name FROM orders o JOIN customer c ON c.id = o.customer_id

INSERT INTO app.audit VALUES (1, 'a', now()) ON CONFLICT (id) DO NOTHING

INSERT INTO app.audit AS a VALUES (1, 'a', now()) ON CONFLICT (id) DO UPDATE SET what = excluded.what, at = a.at WHERE a.what <> excluded.what

INSERT INTO app.audit VALUES (1) ON CONFLICT (id) DO UPDATE SET (what, at) = (SELECT excluded.what, now())

INSERT INTO app.audit VALUES (1) ON CONFLICT ON CONSTRAINT audit_pkey DO UPDATE SET what = audit.what

INSERT INTO customer (name, home.street, tags[1]) VALUES ('a', 'b', 'c')

WITH src AS (SELECT 1 AS id) INSERT INTO app.audit (id) SELECT id FROM src RETURNING *

UPDATE orders SET total = total + 1 WHERE status = 'new'

UPDATE orders o SET total = o.total + 1, status = DEFAULT WHERE o.id = 1 RETURNING o.*, total_tax

UPDATE orders SET status = c.name FROM customer c WHERE c.id = customer_id

UPDATE orders SET (total, status) = (SELECT price, product FROM order_line WHERE order_id = orders.id LIMIT 1)

UPDATE orders SET (total, status) = (1, 'x') WHERE id IN (SELECT order_id FROM order_line)

UPDATE customer SET home.city = 'x', tags[2] = 'y', settings = settings || '{}'

UPDATE ONLY event SET kind = 'x' WHERE ctid = '(0,1)'

DELETE FROM orders WHERE id = 1 RETURNING *

DELETE FROM orders o USING customer c WHERE c.id = o.customer_id AND c.mood = 'sad' RETURNING o.id, c.name

DELETE FROM order_line WHERE order_id NOT IN (SELECT id FROM orders)

WITH gone AS (SELECT id FROM orders WHERE total = 0) DELETE FROM order_line l USING gone WHERE l.order_id = gone.id

MERGE INTO orders o USING customer c ON c.id = o.customer_id WHEN MATCHED THEN UPDATE SET status = c.name WHEN NOT MATCHED THEN INSERT (id, customer_id) VALUES (c.id, c.id)

MERGE INTO orders USING (SELECT 1 AS k) s ON s.k = orders.id WHEN MATCHED THEN DELETE

UPDATE orders SET total = 0 RETURNING old.total, new.total

UPDATE orders SET total = 0 RETURNING WITH (OLD AS before, NEW AS after) before.total, after.status, total

SELECT jt.a FROM customer, JSON_TABLE(settings, '$' COLUMNS (a int PATH '$.a')) AS jt

SELECT x FROM (SELECT 1 AS x) LIMIT 1

SELECT JSON_VALUE(settings, '$.a'), JSON_EXISTS(settings, '$.b') FROM customer

SELECT 1 FROM customer c JOIN (orders o JOIN order_line l ON l.order_id = o.id) ON o.customer_id = c.id WHERE l.quantity > 0

TABLE orders

TABLE orders ORDER BY placed_at

SELECT (SELECT o.total) FROM orders o

SELECT (SELECT total FROM (SELECT 1 AS one) x) FROM orders

SELECT (SELECT max(total) FROM (SELECT o.total FROM order_line l) x) FROM orders o

SELECT DISTINCT ON (customer_id) * FROM orders ORDER BY customer_id, placed_at DESC

SELECT status, count(*) FROM orders GROUP BY 1 ORDER BY 2

SELECT count(o), count(o.*), count(*) FROM orders o

SELECT o.*, c.name FROM orders o LEFT JOIN customer c ON c.id = o.customer_id AND c.created_at > o.placed_at

SELECT a.id, b.id FROM orders a, orders b WHERE a.id < b.id

SELECT a.id FROM orders a JOIN LATERAL (SELECT l.product FROM order_line l WHERE l.order_id = a.id) x ON x.product = a.status

SELECT x.a FROM (SELECT 1 AS a) x JOIN (SELECT 1 AS a) y USING (a) WHERE y.a = 1

SELECT q.t FROM (SELECT o AS t FROM orders o) q

SELECT (q.t).total FROM (SELECT o AS t FROM orders o) q

SELECT tags[1:2], tags[array_length(tags, 1)] FROM customer

SELECT sum(total) OVER (PARTITION BY status ORDER BY placed_at ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM orders

SELECT w.id FROM (SELECT id, row_number() OVER (ORDER BY total) AS rn FROM orders) w WHERE w.rn = 1

(SELECT id FROM orders ORDER BY total LIMIT 1) UNION (SELECT id FROM customer ORDER BY name LIMIT 1)

SELECT * FROM (SELECT id FROM orders UNION ALL SELECT order_id FROM order_line) u (k) WHERE u.k > 1

WITH a AS (SELECT id FROM orders) SELECT (SELECT count(*) FROM a) FROM customer WHERE id IN (SELECT a.id FROM a)

WITH a AS MATERIALIZED (SELECT id FROM orders), b AS (UPDATE orders SET total = 1 FROM a WHERE a.id = orders.id RETURNING orders.id) SELECT * FROM b JOIN a ON a.id = b.id

WITH RECURSIVE a AS (SELECT 1 AS x UNION SELECT x + 1 FROM b), b AS (SELECT 1 AS x) SELECT x FROM b

SELECT (c.home).street AS s FROM customer c ORDER BY s

SELECT lower(name) FROM customer GROUP BY lower ORDER BY lower

SELECT name || 'x' AS full FROM customer GROUP BY name ORDER BY "full"

SELECT id FROM customer WHERE mood = ANY (enum_range(NULL::mood)) AND mood > 'sad'::public.mood

SELECT id FROM customer WHERE email = 'a@b'::email FOR SHARE

SELECT row(c.*) FROM customer c

SELECT array_agg(x) FROM (SELECT id FROM orders) x

SELECT x FROM generate_series(1, 2) x, generate_series(1, x) y

SELECT format('%s', o) FROM orders o

INSERT INTO app.audit (id) SELECT g FROM generate_series(1, 3) g

INSERT INTO orders (id, customer_id) VALUES ((SELECT max(id) + 1 FROM orders), (SELECT id FROM customer LIMIT 1))

UPDATE orders SET total = (SELECT sum(price * quantity) FROM order_line l WHERE l.order_id = orders.id)

UPDATE orders AS o SET status = x.s FROM (SELECT id, name AS s FROM customer) x WHERE x.id = o.customer_id

DELETE FROM orders WHERE EXISTS (SELECT FROM customer c WHERE c.id = orders.customer_id)

DELETE FROM "Odd Schema"."Odd Table" WHERE "select" = 'x' AND "Odd Table"."ünï" IS NULL

SELECT NULL::orders, NULL::public.orders[], NULL::big_order, NULL::order_sum, NULL::event_2025, NULL::app.audit

SELECT NULL::mood, NULL::public.mood[], 'a@b'::email, NULL::email[], NULL::address, NULL::_mood, NULL::_address

SELECT NULL::span, NULL::span_multirange, NULL::public.span[], NULL::app.shift, NULL::app.shifts, NULL::app.code[]

SELECT NULL::"Odd Schema"."Odd Type", NULL::"Odd Schema"."Odd Table"

SELECT 'a=>1'::hstore, NULL::hstore[], hstore 'a=>1', NULL::public.hstore

SELECT NULL::information_schema.sql_identifier, NULL::information_schema.tables, NULL::pg_class, NULL::pg_catalog.pg_stat_activity

SELECT NULL::char, NULL::"char", NULL::bit(3), NULL::bit varying, NULL::national character varying(3), NULL::dec, NULL::float(3), NULL::real, NULL::double precision

SELECT NULL::timestamp(3) with time zone, NULL::time without time zone, NULL::interval day to second(3), NULL::boolean, NULL::smallint, NULL::json

SELECT NULL::int4multirange, NULL::int8range, NULL::tstzrange, NULL::regproc, NULL::regclass, NULL::xid8, NULL::cstring, NULL::name, NULL::oid

SELECT NULL::_int4, NULL::_text, NULL::int2vector, NULL::oidvector, NULL::tsvector, NULL::jsonpath, NULL::pg_lsn, NULL::inet, NULL::macaddr8

SELECT date '2025-01-01', timestamptz '2025-01-01', json '{}', uuid '00000000-0000-0000-0000-000000000000', float8 '1', point '(1,2)', time '1:00'

SELECT CAST(NULL AS pg_catalog.int4), pg_catalog.int4 '1', CAST(NULL AS text[][])

SELECT f.a FROM json_to_record('{}') AS f (a mood, b app.code, c hstore, d orders)

SELECT x.id FROM XMLTABLE('/a' PASSING xmlparse(document '<a/>') COLUMNS id public.email PATH 'id') AS x

SELECT now(), random(), gen_random_uuid(), pg_backend_pid(), version(), current_schema(), clock_timestamp(), txid_current(), lastval()

SELECT pg_catalog.now(), today(), public.today(), app.next_code(), "Odd Name("()

SELECT count(*), row_number() OVER (), rank() OVER (ORDER BY id) FROM orders GROUP BY id

SELECT * FROM pg_get_keywords(), today() AS t, pg_lock_status() AS l

SELECT span_multirange(), app.shifts(), int4multirange()

SELECT o.grand_total, o.json_build_array, o.concat FROM orders o

SELECT id FROM orders WHERE placed_at < now() - interval '1 day' AND id = ANY (ARRAY[]::bigint[])

INSERT INTO orders (id, customer_id, placed_at) VALUES (DEFAULT, 1::smallint, statement_timestamp())

SELECT information_schema._pg_truetypid(NULL::pg_attribute, NULL::pg_type)

SELECT localtime, current_role, current_catalog, current_schema, pi()
