-- Values that nobody may see, in every column type that has statistics and in every place of a
-- definition. All texts among them hold the word that the test looks for; all numbers begin with
-- 918273, all dates with 1917. No name holds any of that.
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION postgres_fdw;
CREATE EXTENSION pg_stat_statements;

CREATE TYPE mood AS ENUM ('canary glad', 'canary sad', 'canary calm');
CREATE TYPE pair AS (left_part text, right_part integer);
CREATE DOMAIN address AS text DEFAULT 'canary domain default' CHECK (VALUE <> 'canary domain check');

CREATE TABLE kept (id integer, note text);
INSERT INTO kept SELECT i, 'visible ' || i % 4 FROM generate_series(1, 500) i;

CREATE TABLE everything (
    id integer PRIMARY KEY,
    as_text text, as_varchar varchar(60), as_citext citext, as_uuid uuid,
    as_integer integer, as_bigint bigint, as_numeric numeric, as_double double precision,
    as_date date, as_timestamp timestamp, as_timestamptz timestamptz, as_interval interval,
    as_bytea bytea, as_inet inet, as_texts text[], as_integers integer[], as_range int4range,
    as_multirange int4multirange, as_enum mood, as_domain address, as_pair pair,
    as_jsonb jsonb, as_json json, as_hstore hstore, as_tsvector tsvector, as_xml xml,
    as_boolean_text text
);
INSERT INTO everything
SELECT i, w, w, w::citext,
       ('ca9a4191-8273-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
       n, n * 1000, n + 0.5, n + 0.25,
       d, d + time '13:37', (d + time '13:37') AT TIME ZONE 'UTC', make_interval(days => n),
       convert_to(w, 'UTF8'), ('198.51.100.' || i % 200)::inet,
       ARRAY[w, w || ' twice'], ARRAY[n, n + 1], int4range(n, n + 5),
       int4multirange(int4range(n, n + 5)),
       (ARRAY['canary glad', 'canary sad', 'canary calm'])[1 + i % 3]::mood, w, ROW(w, n)::pair,
       jsonb_build_object('k', w), json_build_object('k', w), hstore('k', w),
       to_tsvector('simple', w), xmlelement(name e, w), w
FROM generate_series(1, 999) i,
     LATERAL (SELECT CASE WHEN i % 10 < 6 THEN 'canary often' ELSE 'canary ' || i END AS w,
                     CASE WHEN i % 10 < 6 THEN 918273000 ELSE 918273000 + i END AS n,
                     date '1917-01-01' + (CASE WHEN i % 10 < 6 THEN 0 ELSE i % 300 END) AS d) v;
CREATE INDEX ON everything (upper(as_text));
CREATE INDEX ON everything ((as_integer % 100000 + 918000000));
CREATE INDEX ON everything ((as_jsonb ->> 'k'));
CREATE STATISTICS common (mcv) ON as_text, as_integer FROM everything;
CREATE STATISTICS computed ON (lower(as_text)), (as_integer + 1) FROM everything;

CREATE TABLE placed (
    id integer PRIMARY KEY,
    kind text DEFAULT 'visible',
    email text UNIQUE DEFAULT 'canary default' CHECK (email <> 'canary check'),
    amount integer DEFAULT 918273001 CHECK (amount <> 918273002 AND id > 0),
    shout text GENERATED ALWAYS AS (upper(coalesce(email, 'canary generated'))) STORED
);
INSERT INTO placed SELECT i, 'visible', 'canary ' || i, 918273000 + i FROM generate_series(1, 500) i;
CREATE INDEX ON placed ((email || 'canary index'));
CREATE INDEX ON placed (kind) WHERE email = 'canary predicate';
CREATE STATISTICS placed_together ON (email || 'canary statistics'), kind FROM placed;
CREATE TABLE child () INHERITS (placed);
INSERT INTO child SELECT 1000 + i, 'visible', 'canary child ' || i % 3 FROM generate_series(1, 300) i;
CREATE TABLE refers (id integer, whose text REFERENCES placed (email));
INSERT INTO refers SELECT i, 'canary ' || (1 + i % 3) FROM generate_series(1, 300) i;

CREATE VIEW seen AS
    SELECT id, email AS contact FROM placed WHERE email = 'canary view' AND kind = 'x';
CREATE VIEW seen_again AS SELECT contact FROM seen WHERE contact <> 'canary nested view';
CREATE MATERIALIZED VIEW gathered AS
    SELECT lower(email) AS contact, id FROM placed WHERE email <> 'canary gathered';
CREATE MATERIALIZED VIEW whole AS SELECT id, placed::text AS line FROM placed;
CREATE INDEX ON gathered (contact) WHERE contact <> 'canary gathered index';

ALTER TABLE placed ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON placed
    USING (email = 'canary policy') WITH CHECK (email <> 'canary policy check');
CREATE POLICY other ON kept
    USING (note = (SELECT kind FROM placed WHERE email = 'canary policy elsewhere'));
CREATE RULE also AS ON UPDATE TO placed WHERE NEW.email = 'canary rule'
    DO ALSO INSERT INTO kept VALUES (918273003, 'canary rule value');

CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wanted text := 'canary variable'; -- canary comment in a body
BEGIN
    IF NEW.email = 'canary plpgsql' THEN
        NEW.email := $q$canary quoted$q$;
        EXECUTE 'UPDATE placed SET email = ''canary dynamic''';
    END IF;
    RAISE NOTICE 'canary notice %', wanted;
    UPDATE placed SET amount = 918273004 WHERE email = wanted;
    RETURN NEW;
END $$;
CREATE TRIGGER touched BEFORE UPDATE ON placed FOR EACH ROW
    WHEN (NEW.email = 'canary trigger') EXECUTE FUNCTION touch('canary argument');
CREATE FUNCTION counted(who text DEFAULT 'canary argument default') RETURNS bigint
    LANGUAGE sql AS $$ SELECT count(*) FROM placed WHERE email IN ('canary sql', who) $$;
CREATE FUNCTION counted_too() RETURNS bigint LANGUAGE sql
    BEGIN ATOMIC SELECT count(*) FROM placed WHERE email = 'canary atomic'; END;
CREATE PROCEDURE change() LANGUAGE sql AS $$
    INSERT INTO placed (id, email) VALUES (1, 'canary inserted');
    DELETE FROM placed WHERE amount = 918273005;
$$;

CREATE TABLE divided (email text, born date) PARTITION BY LIST (email);
CREATE TABLE divided_a PARTITION OF divided FOR VALUES IN ('canary partition', 'canary second');
CREATE TABLE ranged (email text, born date) PARTITION BY RANGE (born);
CREATE TABLE ranged_a PARTITION OF ranged FOR VALUES FROM ('1917-02-03') TO ('1917-09-08');
INSERT INTO divided VALUES ('canary partition', '1917-03-04');
INSERT INTO ranged VALUES ('canary ranged', '1917-03-04');

CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw
    OPTIONS (host 'canary.example', dbname 'canary', port '5432');
CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (user 'canary', password 'canary secret');
CREATE FOREIGN TABLE remote (id integer, email text OPTIONS (column_name 'mail'))
    SERVER far OPTIONS (schema_name 'public', table_name 'people');
