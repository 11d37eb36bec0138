SET search_path = every, every_extension;

CREATE TABLE customers (
    country text NOT NULL,
    id int NOT NULL,
    mail text CONSTRAINT customers_mail_key UNIQUE,
    nick text,
    CONSTRAINT customers_pkey PRIMARY KEY (country, id) INCLUDE (mail),
    CONSTRAINT customers_nick_key UNIQUE (nick) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT customers_id_positive CHECK (id > 0),
    CONSTRAINT customers_own_only CHECK (country <> '') NO INHERIT,
    CHECK (mail IS NULL OR mail LIKE '%@%')
);
ALTER TABLE customers ADD CONSTRAINT customers_not_valid CHECK (nick <> 'admin') NOT VALID;
ALTER TABLE customers ADD CONSTRAINT customers_deferred_key UNIQUE (mail, nick)
    DEFERRABLE INITIALLY DEFERRED;
CREATE UNIQUE INDEX customers_adopted ON customers (id, nick);
ALTER TABLE customers ADD CONSTRAINT customers_adopted UNIQUE USING INDEX customers_adopted;

CREATE TABLE orders (
    id bigint PRIMARY KEY,
    country text DEFAULT 'de',
    customer int,
    parent bigint REFERENCES orders,
    part bigint,
    mail text REFERENCES customers (mail) ON UPDATE CASCADE ON DELETE SET NULL,
    CONSTRAINT orders_customer FOREIGN KEY (country, customer) REFERENCES customers MATCH FULL
        ON UPDATE RESTRICT ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT orders_part FOREIGN KEY (part) REFERENCES orders (id)
        ON UPDATE SET DEFAULT ON DELETE NO ACTION DEFERRABLE
);
ALTER TABLE orders ADD CONSTRAINT orders_unchecked FOREIGN KEY (part) REFERENCES orders (id) NOT VALID;
-- Keys between partitioned tables, both ways.
CREATE TABLE event_notes (
    region text, day date, id bigint, note text,
    CONSTRAINT event_notes_event FOREIGN KEY (region, day, id) REFERENCES events ON DELETE CASCADE
) PARTITION BY HASH (region);
CREATE TABLE event_notes_0 PARTITION OF event_notes FOR VALUES WITH (MODULUS 1, REMAINDER 0);

CREATE TABLE bookings (
    room int,
    span tstzrange,
    cancelled boolean,
    CONSTRAINT bookings_no_overlap EXCLUDE USING gist
        (room WITH =, span WITH &&) INCLUDE (cancelled) WITH (fillfactor = 80)
        WHERE (NOT cancelled),
    CONSTRAINT bookings_late EXCLUDE USING gist (int4range(room, room + 1) WITH &&)
        DEFERRABLE INITIALLY DEFERRED
);
-- A constraint trigger counts as a constraint too.
CREATE CONSTRAINT TRIGGER bookings_checked AFTER INSERT OR UPDATE ON bookings
    FROM orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION on_row();
