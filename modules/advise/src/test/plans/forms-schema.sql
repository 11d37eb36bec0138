CREATE TABLE customers (id int PRIMARY KEY, name text, email varchar(100), country text);
INSERT INTO customers
SELECT i, 'n' || i, 'e' || i || '@x.org', (ARRAY['CZ', 'DE', 'FR'])[1 + i % 3] FROM generate_series(1, 2000) i;
CREATE TABLE orders (
    id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers ON DELETE CASCADE, status text, total numeric,
    created_at timestamptz, "Note, or (not)" text);
INSERT INTO orders
SELECT i, 1 + i % 2000, CASE WHEN i % 100 = 0 THEN 'new' ELSE 'done' END, i % 1000,
       '2024-01-01'::timestamptz + i * interval '1 minute', repeat('x', 20)
FROM generate_series(1, 10000) i;
CREATE INDEX orders_created ON orders (created_at);
CREATE INDEX orders_customer ON orders (customer_id);
CREATE INDEX "Orders by total" ON orders (total);
CREATE TABLE part (id int, d date, v text) PARTITION BY RANGE (d);
CREATE TABLE part1 PARTITION OF part FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE part2 PARTITION OF part FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
CREATE INDEX ON part (d);
INSERT INTO part SELECT i, '2024-01-01'::date + i % 59, 'v' FROM generate_series(1, 3000) i;
CREATE TABLE "Odd ""name" (a int, "B b" text);
CREATE SCHEMA other;
CREATE TABLE other.things (id int, at point);
CREATE INDEX things_at ON other.things USING gist (at);
INSERT INTO other.things SELECT i, point(i, i) FROM generate_series(1, 2000) i;
