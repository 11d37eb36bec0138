CREATE SCHEMA sales;

-- Nothing that could be a key.
CREATE TABLE sales.visit (page text NOT NULL, visited_at timestamptz NOT NULL);

-- A column that could, but is none; nullable, and without a unique index.
CREATE TABLE sales.voucher (id bigint, code text);
INSERT INTO sales.voucher VALUES (1, 'a'), (2, 'b');

-- A unique column is no primary key: logical replication does not take it by itself.
CREATE TABLE sales.currency (code text NOT NULL UNIQUE);

-- The name is taken by a column that cannot be a key.
CREATE TABLE sales.event (id json, id_2 text);

-- A partitioned table: its partition is not named a second time.
CREATE TABLE sales.metric (at timestamptz NOT NULL, value bigint) PARTITION BY RANGE (at);
CREATE TABLE sales.metric_all PARTITION OF sales.metric DEFAULT;

-- Names that must be quoted, and the longest there are.
CREATE TABLE sales."Order ""A"".b" ("Id" bigint);
CREATE TABLE sales."user" (x int);
CREATE TABLE sales.a123456789_123456789_123456789_123456789_123456789_123456789_12 (x int);
CREATE TABLE sales."two
lines" (x int);
