CREATE EXTENSION pg_trgm;
CREATE TABLE customers (
    id int PRIMARY KEY, email varchar(100), name text, country text, created_at timestamp NOT NULL);
INSERT INTO customers
SELECT i, 'e' || i || '@x.org', 'name ' || i, (ARRAY['CZ', 'DE', 'FR'])[1 + i % 3], '2024-01-01'::timestamp + i * interval '1 hour'
FROM generate_series(1, 20000) i;
CREATE INDEX customers_email ON customers (email);
CREATE TABLE orders (
    id int PRIMARY KEY, customer_id int NOT NULL, status text, total int, placed_at timestamptz,
    shipped_at timestamptz, paid_at timestamptz, code text, payload jsonb, tags text[], period tstzrange,
    ref varchar(20) COLLATE "und-x-icu", region int, shop int, carrier int, coupon text)
WITH (autovacuum_enabled = off);
INSERT INTO orders
SELECT i, 1 + i * 7919 % 20000, CASE WHEN i % 100 = 0 THEN 'new' WHEN i % 50 = 1 THEN 'paid' ELSE 'done' END,
       i * 31 % 1000, '2024-01-01'::timestamptz + i * interval '1 minute',
       CASE WHEN i % 20 = 0 THEN '2024-01-01'::timestamptz + i * interval '1 minute' END,
       CASE WHEN i % 200 <> 0 THEN '2024-01-01'::timestamptz END,
       'c-' || i, jsonb_build_object('k', i % 1000), ARRAY['t' || i % 1000, 'all'],
       tstzrange('2024-01-01'::timestamptz + i * interval '1 minute', '2024-01-01'::timestamptz + (i + 5) * interval '1 minute'),
       'R-' || i, i * 13 % 8, i * 17 % 50, i * 11 % 400, 'x' || i * 3 % 900
FROM generate_series(1, 50000) i;
CREATE INDEX orders_placed_at ON orders (placed_at);
CREATE INDEX orders_ref ON orders (ref);
CREATE INDEX orders_code ON orders (code);
CREATE INDEX orders_carrier_new ON orders (carrier) WHERE status = 'new';
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'orders_code'::regclass;
CREATE TABLE events (at date NOT NULL, device int, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');
CREATE TABLE events_4 PARTITION OF events FOR VALUES FROM ('2024-04-01') TO ('2024-05-01');
INSERT INTO events SELECT '2024-01-01'::date + i % 120, i * 7 % 5000, 'k' || i % 3 FROM generate_series(1, 20000) i;
CREATE TABLE cities (id int PRIMARY KEY, city text, zip text, filler text);
INSERT INTO cities SELECT i, 'city ' || i % 25, 'zip ' || i % 25, 'x' FROM generate_series(1, 50000) i;
CREATE TABLE countries (code text PRIMARY KEY, name text);
INSERT INTO countries VALUES ('CZ', 'Czechia'), ('DE', 'Germany'), ('FR', 'France');
CREATE TABLE parents (id int PRIMARY KEY);
INSERT INTO parents SELECT generate_series(1, 1000);
CREATE TABLE children (id int PRIMARY KEY, parent_id int CONSTRAINT children_parent REFERENCES parents ON DELETE CASCADE);
INSERT INTO children SELECT i, 1 + i % 1000 FROM generate_series(1, 50000) i;
CREATE TABLE audited (id int PRIMARY KEY, v int);
INSERT INTO audited SELECT i, i FROM generate_series(1, 100) i;
CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.002); RETURN NEW; END';
CREATE TRIGGER audited_slow BEFORE UPDATE ON audited FOR EACH ROW EXECUTE FUNCTION slow();
CREATE TABLE airy (id int PRIMARY KEY, filler text) WITH (autovacuum_enabled = off);
INSERT INTO airy SELECT i, repeat('x', 200) FROM generate_series(1, 60000) i;
DELETE FROM airy WHERE id % 10 <> 0;
