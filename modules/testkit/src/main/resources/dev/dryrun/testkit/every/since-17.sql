SET search_path = every, every_extension;

CREATE COLLATION built_in (provider = builtin, locale = 'C.UTF-8');
CREATE EVENT TRIGGER every_login ON login EXECUTE FUNCTION on_event();
ALTER EVENT TRIGGER every_login DISABLE;
GRANT MAINTAIN ON columns TO every_writer;
CREATE TABLE partitioned_heap (a int) PARTITION BY RANGE (a) USING other_heap;
CREATE TABLE partitioned_identity (a int, id bigint GENERATED ALWAYS AS IDENTITY) PARTITION BY RANGE (a);
CREATE TABLE partitioned_identity_1 PARTITION OF partitioned_identity FOR VALUES FROM (1) TO (9);
CREATE SUBSCRIPTION incoming_17 CONNECTION 'password=canary-of-17' PUBLICATION one
    WITH (connect = false, slot_name = NONE);
CREATE VIEW json_view AS SELECT j.* FROM JSON_TABLE('[{"a": 1}]'::jsonb, '$[*]'
    COLUMNS (n FOR ORDINALITY, a int PATH '$.a' DEFAULT 0 ON EMPTY)) AS j;
