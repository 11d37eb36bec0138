-- What the examples of the rules are checked against.
CREATE EXTENSION pg_trgm;
CREATE TABLE customer (
    id bigint PRIMARY KEY,
    email varchar(200) NOT NULL,
    name text,
    code char(8) NOT NULL,
    country text NOT NULL,
    score numeric(10, 2),
    number int NOT NULL,
    note text,
    referrer bigint,
    created_at timestamptz NOT NULL
);
INSERT INTO customer
SELECT i, 'c' || i || '@example.com', 'name ' || i, lpad(i::text, 8, '0'), 'C' || i % 200, i / 100.0, i,
    repeat('note ', 20), nullif(i % 10, 0), timestamptz '2024-01-01 00:00Z' + i * interval '20 minutes'
FROM generate_series(1, 20000) i;
CREATE INDEX customer_email ON customer (email);
CREATE INDEX customer_code ON customer (code);
CREATE INDEX customer_country ON customer (country);
CREATE INDEX customer_upper_country ON customer (upper(country));
CREATE INDEX customer_score ON customer (score);
CREATE INDEX customer_number ON customer (number);
CREATE INDEX customer_created ON customer (created_at);
CREATE INDEX customer_name ON customer USING gin (name gin_trgm_ops);

CREATE TABLE orders (
    id bigint PRIMARY KEY,
    customer_id bigint,
    status text NOT NULL,
    total numeric NOT NULL,
    placed_at timestamp NOT NULL,
    shipped_at timestamptz
);
INSERT INTO orders
SELECT i, CASE WHEN i % 20 <> 0 THEN i % 20000 END, 'done', i, timestamp '2024-01-01' + i * interval '10 minutes', NULL
FROM generate_series(1, 50000) i;
CREATE INDEX orders_customer ON orders (customer_id);
CREATE INDEX orders_placed ON orders (placed_at);

CREATE TABLE country (code text PRIMARY KEY, name text NOT NULL, area float8, capital text);
INSERT INTO country VALUES ('C1', 'one', 1, 'x'), ('C2', 'two', 2, 'y'), ('C3', 'three', 3, 'z');
CREATE TABLE country_2 (code text, name text);
CREATE TABLE setting (currency text, rate numeric);
INSERT INTO setting VALUES ('EUR', 1);

CREATE TABLE measure (at timestamptz NOT NULL, device int NOT NULL, value float8)
    PARTITION BY RANGE (at);
DO $$
BEGIN
    FOR m IN 1 .. 12 LOOP
        EXECUTE format('CREATE TABLE measure_%s PARTITION OF measure FOR VALUES FROM (%L) TO (%L)', m,
            make_timestamptz(2024, m, 1, 0, 0, 0, 'UTC'),
            make_timestamptz(2024, m, 1, 0, 0, 0, 'UTC') + interval '1 month');
    END LOOP;
END $$;
INSERT INTO measure
SELECT timestamptz '2024-01-01 00:00Z' + i * interval '20 minutes', i % 50, i FROM generate_series(1, 24000) i;

CREATE TABLE reading (at date NOT NULL, device int, value float8) PARTITION BY RANGE (at);
CREATE TABLE reading_1 PARTITION OF reading FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE reading_2 PARTITION OF reading FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

CREATE TABLE visit (id bigint NOT NULL, user_id int NOT NULL, page text) PARTITION BY HASH (user_id);
CREATE TABLE visit_0 PARTITION OF visit FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE visit_1 PARTITION OF visit FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE visit_2 PARTITION OF visit FOR VALUES WITH (MODULUS 3, REMAINDER 2);
INSERT INTO visit SELECT i, i % 1000, 'page ' || i % 10 FROM generate_series(1, 12000) i;

CREATE TABLE sale (region text NOT NULL, amount numeric) PARTITION BY LIST (region);
CREATE TABLE sale_north PARTITION OF sale FOR VALUES IN ('north');
CREATE TABLE sale_south PARTITION OF sale FOR VALUES IN ('south');
INSERT INTO sale VALUES ('north', 1), ('south', 2);

CREATE TABLE log (id bigint PRIMARY KEY, at timestamptz NOT NULL, level text NOT NULL, line text NOT NULL);
INSERT INTO log VALUES (1, now(), 'info', 'started');

CREATE VIEW customer_view AS SELECT * FROM customer;
CREATE MATERIALIZED VIEW customer_sum AS
    SELECT customer_id, sum(total) AS total, count(*) AS orders, max(placed_at) AS last FROM orders GROUP BY customer_id;
CREATE TABLE fresh (id bigint PRIMARY KEY, at timestamptz, parent bigint, name text);
CREATE INDEX fresh_name ON fresh (name);
