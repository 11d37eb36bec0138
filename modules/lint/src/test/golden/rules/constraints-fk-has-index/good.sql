CREATE EXTENSION btree_gist;
CREATE TABLE customer (id bigint PRIMARY KEY);
CREATE TABLE place (country text, city text, PRIMARY KEY (country, city));

CREATE TABLE plain (customer_id bigint REFERENCES customer);
CREATE INDEX plain_customer ON plain (customer_id);

-- Further keys and columns do no harm.
CREATE TABLE wider (customer_id bigint REFERENCES customer, a int, b int);
CREATE INDEX wider_1 ON wider (customer_id DESC, a) INCLUDE (b);

-- Any order of the same columns serves.
CREATE TABLE branch (country text, city text, zip text,
    FOREIGN KEY (country, city) REFERENCES place);
CREATE INDEX branch_place ON branch (city, country, zip);

-- A primary key and a unique constraint are indexes too.
CREATE TABLE profile (customer_id bigint PRIMARY KEY REFERENCES customer);
CREATE TABLE badge (customer_id bigint UNIQUE REFERENCES customer);

-- The planner sees that an equal value is not null.
CREATE TABLE partial (customer_id bigint REFERENCES customer);
CREATE INDEX partial_1 ON partial (customer_id) WHERE customer_id IS NOT NULL;
CREATE TABLE partial_2 ("Country" text, "order" text,
    FOREIGN KEY ("Country", "order") REFERENCES place);
CREATE INDEX partial_2_1 ON partial_2 ("Country", "order")
    WHERE "order" IS NOT NULL AND "Country" IS NOT NULL;

-- Other access methods that find equal values.
CREATE TABLE hashed (customer_id bigint REFERENCES customer);
CREATE INDEX hashed_1 ON hashed USING hash (customer_id);
CREATE TABLE booking (customer_id bigint REFERENCES customer, during tstzrange,
    EXCLUDE USING gist (customer_id WITH =, during WITH &&));

-- A partitioned table, whose partitions have the index with it.
CREATE TABLE divided (customer_id bigint REFERENCES customer) PARTITION BY HASH (customer_id);
CREATE TABLE divided_0 PARTITION OF divided FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE INDEX divided_customer ON divided (customer_id);
