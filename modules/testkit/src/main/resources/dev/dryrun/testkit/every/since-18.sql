SET search_path = every, every_extension;

CREATE TABLE virtual_columns (
    a int CONSTRAINT a_is_there NOT NULL,
    b int NOT NULL NO INHERIT,
    doubled int GENERATED ALWAYS AS (a * 2) VIRTUAL,
    kept int GENERATED ALWAYS AS (a * 3) STORED,
    late text
);
ALTER TABLE virtual_columns ADD CONSTRAINT late_is_there NOT NULL late NOT VALID;
COMMENT ON CONSTRAINT a_is_there ON virtual_columns IS 'a not-null constraint';
CREATE TABLE virtual_child (CONSTRAINT own_name NOT NULL a) INHERITS (virtual_columns);
CREATE DOMAIN never_null AS text CONSTRAINT never_null_named NOT NULL;

ALTER TABLE customers ADD CONSTRAINT customers_unenforced CHECK (id < 1000) NOT ENFORCED;
ALTER TABLE orders ADD CONSTRAINT orders_unenforced FOREIGN KEY (part) REFERENCES orders (id) NOT ENFORCED;

CREATE TABLE rooms (
    id int, valid daterange,
    CONSTRAINT rooms_pkey PRIMARY KEY (id, valid WITHOUT OVERLAPS)
);
CREATE TABLE stays (
    room int, during daterange, guest int,
    CONSTRAINT stays_unique UNIQUE (guest, during WITHOUT OVERLAPS),
    CONSTRAINT stays_room FOREIGN KEY (room, PERIOD during) REFERENCES rooms (id, PERIOD valid)
);
-- Not valid is possible for partitioned tables too, since this release.
ALTER TABLE event_notes ADD CONSTRAINT event_notes_unchecked FOREIGN KEY (region, day, id)
    REFERENCES events NOT VALID;
CREATE PUBLICATION generated_too FOR TABLE virtual_columns WITH (publish_generated_columns = stored);
ALTER DEFAULT PRIVILEGES FOR ROLE every_owner GRANT SELECT, UPDATE ON LARGE OBJECTS TO every_reader;
CREATE COLLATION unicode_fast (provider = builtin, locale = 'PG_UNICODE_FAST');
CREATE FOREIGN TABLE far_virtual (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL) SERVER nowhere;
