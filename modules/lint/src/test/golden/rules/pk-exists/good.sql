CREATE TABLE customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);
CREATE TABLE line (order_id bigint, position int, PRIMARY KEY (order_id, position));
CREATE TABLE "Quoted" ("Key" uuid CONSTRAINT "The Key" PRIMARY KEY);

CREATE TABLE metric (id bigint, at timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE metric_all PARTITION OF metric DEFAULT;

-- Views have no keys.
CREATE VIEW names AS SELECT name FROM customer;
