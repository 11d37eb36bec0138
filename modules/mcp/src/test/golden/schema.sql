CREATE SCHEMA billing;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE customer (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    mood mood DEFAULT 'ok',
    settings jsonb
);
COMMENT ON TABLE customer IS 'Who buys.';
COMMENT ON COLUMN customer.name IS 'As on the invoice.';
CREATE INDEX customer_name ON customer (lower(name)) WHERE mood <> 'sad';
CREATE TABLE orders (
    id bigint NOT NULL,
    customer_id bigint NOT NULL REFERENCES customer ON DELETE CASCADE,
    total numeric(12, 2) NOT NULL DEFAULT 0 CHECK (total >= 0),
    tax numeric GENERATED ALWAYS AS (total * 0.2) STORED,
    placed_on date NOT NULL,
    PRIMARY KEY (id, placed_on)
) PARTITION BY RANGE (placed_on);
CREATE TABLE orders_2025 PARTITION OF orders FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE billing.invoice (id bigint PRIMARY KEY, note text);
CREATE TABLE billing.customer (id bigint PRIMARY KEY);
CREATE VIEW big_order AS SELECT id, total FROM orders WHERE total > 100;
