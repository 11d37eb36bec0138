CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL);
COMMENT ON TABLE customer IS 'Who buys from us';
