CREATE SCHEMA shop;
CREATE TABLE shop.customer (id bigint PRIMARY KEY);
CREATE TABLE shop.place (country text, city text, PRIMARY KEY (country, city));

-- No index at all.
CREATE TABLE shop.plain (customer_id bigint REFERENCES shop.customer);

-- The column is in the index, but does not lead it.
CREATE TABLE shop.second (a int, customer_id bigint REFERENCES shop.customer);
CREATE INDEX second_a ON shop.second (a, customer_id);

-- Included columns cannot be searched.
CREATE TABLE shop.included (a int, customer_id bigint REFERENCES shop.customer);
CREATE INDEX included_a ON shop.included (a) INCLUDE (customer_id);

-- The index does not hold every row that a delete looks for.
CREATE TABLE shop.partial (done bool, customer_id bigint REFERENCES shop.customer);
CREATE INDEX partial_1 ON shop.partial (customer_id) WHERE NOT done;
CREATE INDEX partial_2 ON shop.partial (customer_id) WHERE customer_id > 10;
CREATE INDEX partial_3 ON shop.partial (customer_id) WHERE done IS NOT NULL;
CREATE INDEX partial_4 ON shop.partial (customer_id)
    WHERE customer_id IS NOT NULL AND done IS NOT NULL;

-- An expression is not the column, and brin finds ranges, not rows.
CREATE TABLE shop.other (customer_id bigint REFERENCES shop.customer);
CREATE INDEX other_1 ON shop.other ((customer_id + 0));
CREATE INDEX other_2 ON shop.other USING brin (customer_id);

-- Two columns: an index on one of them, and one where a third stands between.
CREATE TABLE shop.branch (country text, city text, zip text,
    CONSTRAINT branch_place FOREIGN KEY (country, city) REFERENCES shop.place);
CREATE INDEX branch_country ON shop.branch (country);
CREATE INDEX branch_between ON shop.branch (country, zip, city);

-- One index serves two foreign keys over the same columns: one finding.
CREATE TABLE shop.twice (
    customer_id bigint CONSTRAINT twice_1 REFERENCES shop.customer,
    CONSTRAINT twice_2 FOREIGN KEY (customer_id) REFERENCES shop.customer
);

-- The index exists on the parent only, so it is not valid.
CREATE TABLE shop.unfinished (customer_id bigint REFERENCES shop.customer)
    PARTITION BY HASH (customer_id);
CREATE TABLE shop.unfinished_0 PARTITION OF shop.unfinished
    FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE INDEX unfinished_customer ON ONLY shop.unfinished (customer_id);

-- The names of the fixes would be the same, or are taken by a view, a table and an index.
CREATE TABLE shop.a (b_c bigint REFERENCES shop.customer);
CREATE TABLE shop.a_b (c bigint REFERENCES shop.customer);
CREATE TABLE shop.taken (
    x bigint REFERENCES shop.customer, y bigint REFERENCES shop.customer,
    z bigint REFERENCES shop.customer
);
CREATE VIEW shop.idx_taken_x AS SELECT 1 AS one;
CREATE TABLE shop.idx_taken_y (k int PRIMARY KEY);
CREATE INDEX idx_taken_z ON shop.idx_taken_y (k);

-- Names that must be quoted, and the longest there are, in bytes.
CREATE TABLE shop."Order ""A""" ("Customer Id" bigint REFERENCES shop.customer);
CREATE TABLE shop."user" ("order" bigint REFERENCES shop.customer);
CREATE TABLE shop.a123456789_123456789_123456789_123456789_123456789_123456789_12 (
    b123456789_123456789_123456789_123456789_123456789_123456789_12 bigint
        CONSTRAINT c123456789_123456789_123456789_123456789_123456789_123456789_12
        REFERENCES shop.customer,
    b123456789_123456789_123456789_123456789_123456789_123456789_13 bigint
        REFERENCES shop.customer
);
CREATE TABLE shop."äöüäöüäöüäöüäöüäöüäöüäöüäöü" (k bigint REFERENCES shop.customer);

-- A table that points at itself.
CREATE TABLE shop.employee (id bigint PRIMARY KEY, boss bigint REFERENCES shop.employee);
