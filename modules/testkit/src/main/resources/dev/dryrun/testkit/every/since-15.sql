SET search_path = every, every_extension;

ALTER TABLE customers ADD CONSTRAINT customers_nulls_key UNIQUE NULLS NOT DISTINCT (nick, mail);
CREATE UNIQUE INDEX indexed_nulls ON indexed (id, day) NULLS NOT DISTINCT;
CREATE TABLE three (country text, part bigint, customer int, PRIMARY KEY (country, part, customer));
ALTER TABLE orders ADD CONSTRAINT orders_some FOREIGN KEY (country, part, customer)
    REFERENCES three ON DELETE SET NULL (part, customer);
ALTER TABLE orders ADD CONSTRAINT orders_some_default FOREIGN KEY (country, part, customer)
    REFERENCES three ON DELETE SET DEFAULT (country);
CREATE VIEW invoker WITH (security_invoker = true, security_barrier = false) AS
    SELECT id FROM orders;
CREATE UNLOGGED SEQUENCE unlogged_sequence;
CREATE TABLE of_unlogged_serial (id serial);
ALTER SEQUENCE of_unlogged_serial_id_seq SET UNLOGGED;
CREATE PUBLICATION filtered FOR TABLE indexed WHERE (id > 5 AND name <> 'it''s'), columns (always_id, name);
CREATE PUBLICATION of_schemas FOR TABLES IN SCHEMA every_other, every;
CREATE PUBLICATION mixed FOR TABLE columns, TABLES IN SCHEMA every_other;
CREATE SUBSCRIPTION incoming_15 CONNECTION 'password=canary-of-15' PUBLICATION one
    WITH (connect = false, slot_name = NONE, two_phase = true, disable_on_error = true);
GRANT SET ON PARAMETER "every.parameter" TO every_reader;
GRANT SET, ALTER SYSTEM ON PARAMETER log_min_duration_statement TO every_writer WITH GRANT OPTION;
