-- What the statements beside this file are checked against.
CREATE SCHEMA app;
CREATE SCHEMA "Odd Schema";
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE address AS (street text, city text);
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE customer (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    email email,
    mood mood DEFAULT 'ok',
    home address,
    tags text[],
    settings jsonb,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE orders (
    id bigint PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customer,
    total numeric(12, 2) NOT NULL DEFAULT 0,
    total_tax numeric GENERATED ALWAYS AS (total * 0.2) STORED,
    status text NOT NULL DEFAULT 'new',
    placed_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE order_line (
    order_id bigint NOT NULL REFERENCES orders,
    line_no int NOT NULL,
    product text NOT NULL,
    quantity int NOT NULL,
    price numeric NOT NULL,
    PRIMARY KEY (order_id, line_no)
);
CREATE TABLE app.audit (id bigint PRIMARY KEY, what text, at timestamptz);
CREATE TABLE "Odd Schema"."Odd Table" ("Mixed Case" int, "select" text, "quo""te" text, "ünï" text);
CREATE TABLE event (id bigint, at date NOT NULL, kind text) PARTITION BY RANGE (at);
CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE SEQUENCE ticket_seq;
CREATE VIEW big_order AS SELECT o.id, o.total, c.name FROM orders o JOIN customer c ON c.id = o.customer_id;
CREATE MATERIALIZED VIEW order_sum AS SELECT customer_id, sum(total) AS total FROM orders GROUP BY customer_id;
CREATE FUNCTION recent(since date) RETURNS TABLE (id bigint, kind text) LANGUAGE sql AS 'SELECT id, kind FROM event WHERE at > since';
CREATE EXTENSION hstore;
CREATE TYPE span AS RANGE (subtype = float8);
CREATE TYPE app.shift AS RANGE (subtype = time, multirange_type_name = app.shifts);
CREATE DOMAIN app.code AS text;
CREATE DOMAIN "Odd Schema"."Odd Type" AS int;
CREATE FUNCTION app.next_code() RETURNS app.code LANGUAGE sql AS $$SELECT 'x'::app.code$$;
CREATE FUNCTION today() RETURNS date LANGUAGE sql AS 'SELECT current_date';
CREATE FUNCTION "Odd Name("(n int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT n';
CREATE FUNCTION grand_total(orders) RETURNS numeric LANGUAGE sql AS 'SELECT $1.total + $1.total_tax';
