CREATE TABLE x (a notype)

CREATE TABLE x (a int, b app.notype[])

CREATE TABLE x (a int, b notype[] DEFAULT nosuch())

CREATE TABLE x (LIKE orders, y nowhere.notype)

CREATE TABLE x (a x)

CREATE TABLE x (a code)

CREATE TABLE x (a pg_catalog.serial)

CREATE TABLE app.x (a datetime NOT NULL)

CREATE TEMP TABLE x (a int, b "Mood")

CREATE UNLOGGED TABLE x (a clob)

CREATE FOREIGN TABLE x (a notype) SERVER s

ALTER TABLE orders ADD COLUMN x notype

ALTER TABLE orders ADD x serial, ADD y notype

ALTER TABLE ONLY event ADD y app.mood

ALTER TABLE IF EXISTS orders ADD y notype

PREPARE p (notype) AS SELECT $1

PREPARE p (int, mood, code) AS SELECT $1

CREATE TABLE x AS SELECT nosuch() AS a

CREATE VIEW x AS SELECT 1::notype AS a

CREATE MATERIALIZED VIEW x AS SELECT id::notype FROM orders

EXPLAIN SELECT nosuch()

DECLARE c CURSOR FOR SELECT 1::notype

COPY (SELECT nosuch()) TO STDOUT

CREATE TABLE x (a serial, b bigserial, c serial2, d smallserial, e serial4, f serial8)

CREATE TABLE x (a mood, b public.mood[], c email, d address, e app.code, f hstore, g span, h orders, i app.shifts)

CREATE TABLE x (a int4, b varchar(10), c numeric(3, 1), d timestamptz, e information_schema.sql_identifier, f pg_class)

CREATE TABLE IF NOT EXISTS orders (a notype)

CREATE TABLE x PARTITION OF event (id NOT NULL) FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')

CREATE TABLE x OF address

ALTER TABLE orders ADD COLUMN IF NOT EXISTS total notype

ALTER TABLE IF EXISTS nothing ADD y notype

ALTER TABLE orders ADD x serial, ADD y mood, ADD z app.code[]

ALTER TYPE address ADD ATTRIBUTE zip text

ALTER TABLE orders ALTER total TYPE notype

ALTER TABLE nothing ADD COLUMN x notype

CREATE TABLE x (a serial[])

PREPARE p (int, mood, app.code, orders) AS SELECT $1
