-- Values that nobody may see, in every column type that has statistics and in every place of a
-- definition. All texts among them hold the word that the test looks for; all numbers begin with
-- 918273, all dates with 1917. No name holds any of that.
-- Some bodies are wrong on purpose, or of a later version.
ALTER DATABASE shop SET check_function_bodies = off;

CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION postgres_fdw;
CREATE EXTENSION pg_stat_statements;

CREATE TYPE mood AS ENUM ('canary glad', 'canary sad', 'canary calm');
CREATE TYPE pair AS (left_part text, right_part integer);
CREATE DOMAIN address AS text DEFAULT 'canary domain default' CHECK (VALUE <> 'canary domain check');
CREATE FUNCTION is_home(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
    $$ SELECT $1 <> 'canary domain helper' $$;
ALTER DOMAIN address ADD CHECK (is_home(VALUE));
CREATE DOMAIN home_address AS address CHECK (VALUE <> 'canary subdomain check');
CREATE DOMAIN visited AS text CHECK (VALUE <> 'canary arrayed domain');
CREATE DOMAIN inner_label AS text CHECK (VALUE <> 'canary composite domain');
CREATE TYPE crate AS (label inner_label);
CREATE DOMAIN stamp AS date CHECK (VALUE <> '1917-12-01' AND VALUE::text <> 'canary range domain');
CREATE TYPE stamps AS RANGE (subtype = stamp);
CREATE DOMAIN papers AS jsonb;
CREATE TYPE folder AS (papers jsonb);

CREATE TABLE kept (id integer, note text CHECK (note <> 'visible check'));
INSERT INTO kept SELECT i, 'visible ' || i % 4 FROM generate_series(1, 500) i;
CREATE VIEW kept_seen AS SELECT id FROM kept WHERE note <> 'visible view';
CREATE FUNCTION kept_counted() RETURNS bigint LANGUAGE plpgsql AS
    $$ BEGIN RETURN (SELECT count(*) FROM kept WHERE note = 'visible function'); END $$;

CREATE TABLE everything (
    id integer PRIMARY KEY,
    as_text text, as_varchar varchar(60), as_citext citext, as_char char(20), as_uuid uuid,
    as_integer integer, as_bigint bigint, as_numeric numeric, as_double double precision,
    as_date date, as_timestamp timestamp, as_timestamptz timestamptz, as_interval interval,
    as_bytea bytea, as_inet inet, as_texts text[], as_integers integer[], as_dates date[],
    as_range int4range, as_date_range daterange, as_multirange int4multirange,
    as_enum mood, as_enums mood[], as_domain address, as_subdomain home_address,
    as_domains visited[], as_pair pair, as_pairs pair[], as_crate crate,
    as_jsonb jsonb, as_json json, as_hstore hstore, as_tsvector tsvector, as_xml xml,
    as_boolean_text text, as_stamps stamps, as_bits bit varying
);
INSERT INTO everything
SELECT i, w, w, w::citext, left(w, 20),
       ('ca9a4191-8273-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
       n, n::bigint * 1000, n + 0.5, n + 0.25,
       d, d + time '13:37', (d + time '13:37') AT TIME ZONE 'UTC', make_interval(days => n),
       convert_to(w, 'UTF8'), ('198.51.100.' || i % 200)::inet,
       ARRAY[w, w || ' twice'], ARRAY[n, n + 1], ARRAY[d], int4range(n, n + 5),
       daterange(d, d + 9), int4multirange(int4range(n, n + 5)),
       e, ARRAY[e], w, w, ARRAY[w]::visited[], ROW(w, n)::pair, ARRAY[ROW(w, n)::pair],
       ROW(w)::crate, jsonb_build_object('k', w), json_build_object('k', w), hstore('k', w),
       to_tsvector('simple', w), xmlelement(name e, w), w,
       stamps(d::stamp, (d + 9)::stamp), B'101100111000111100001'
FROM generate_series(1, 999) i,
     LATERAL (SELECT CASE WHEN i % 10 < 6 THEN 'canary often' ELSE 'canary ' || i END AS w,
                     CASE WHEN i % 10 < 6 THEN 918273000 ELSE 918273000 + i END AS n,
                     date '1917-01-01' + (CASE WHEN i % 10 < 6 THEN 0 ELSE i % 300 END) AS d,
                     (ARRAY['canary glad', 'canary sad', 'canary calm'])[1 + i % 3]::mood AS e) v;
CREATE INDEX ON everything (upper(as_text));
CREATE INDEX ON everything ((abs(as_integer)));
CREATE INDEX ON everything ((as_jsonb ->> 'k'));
CREATE INDEX ON everything (id, (as_date + 1)) WHERE as_text <> 'canary partial';
CREATE STATISTICS common (mcv) ON as_text, as_integer, as_date FROM everything;
CREATE STATISTICS computed ON (lower(as_text)), (as_integer + 1) FROM everything;
CREATE STATISTICS mixed (mcv) ON id, as_domain FROM everything;

-- Not in the policy: what JSON holds is hidden whatever it says, and so are the values of a type
-- whose every value is known from a hidden column.
CREATE TABLE documents (
    id integer, kind text DEFAULT 'visible', as_jsonb jsonb, as_json json, as_jsonbs jsonb[],
    as_papers papers, as_folder folder, as_mood mood DEFAULT 'canary sad'
);
INSERT INTO documents
SELECT i, 'visible', j, j, ARRAY[j], j, ROW(j)::folder, 'canary glad'
FROM generate_series(1, 400) i,
     LATERAL (SELECT jsonb_build_object('k', CASE WHEN i % 10 < 6 THEN 'canary often'
                                                  ELSE 'canary ' || i END) AS j) v;
CREATE INDEX ON documents ((as_jsonb ->> 'k'));
CREATE STATISTICS documents_together (mcv) ON kind, as_jsonb FROM documents;
CREATE STATISTICS documents_computed ON (as_jsonb ->> 'k'), kind FROM documents;

CREATE FUNCTION is_fine(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
    $$ SELECT $1 <> 'canary helper' $$;

CREATE TABLE placed (
    id integer PRIMARY KEY,
    kind text DEFAULT 'visible',
    email text UNIQUE DEFAULT 'canary default' CHECK (email <> 'canary check') CHECK (is_fine(email)),
    amount integer DEFAULT 918273901 CHECK (amount <> 918273902 AND id > 0),
    born date DEFAULT date '1917-11-01' CHECK (born BETWEEN '1917-01-02' AND '1917-12-30'),
    "E mail" text CHECK ("E mail" <> 'canary quoted name'),
    shout text GENERATED ALWAYS AS (upper(coalesce(email, 'canary generated'))) STORED,
    CHECK (kind <> 'visible beside' OR email NOT IN ('canary in', 'canary list')),
    CHECK (coalesce(kind <> 'x' AND email <> 'y', kind = 'z', email LIKE 'canary like%')),
    CHECK (CASE WHEN kind = 'a' THEN email ELSE 'canary else' END <> 'canary case'),
    CHECK (coalesce(email <> 'y' AND kind <> 'x', kind = 'canary argument beside')),
    CHECK (CASE WHEN email = 'y' AND id > 1 THEN 'canary case then' ELSE 'b' END <> 'x'),
    CHECK (amount > -918273908.5 AND length(email) > 0),
    CHECK (octet_length(email) <> 1 OR B'101100111000111100001' <> email::bit(21)),
    CHECK (lower(email) <> ALL (ARRAY['canary all', 'canary any'])),
    CHECK (concat_ws('canary separator', email, kind) IS NOT NULL),
    CHECK ((email, kind IS NULL AND amount > 1) IS DISTINCT FROM ('canary record', true))
);
INSERT INTO placed SELECT i, 'visible', 'canary ' || i, 918273000 + i FROM generate_series(1, 500) i;
CREATE INDEX ON placed ((email || 'canary index'));
CREATE INDEX ON placed (kind) WHERE email = 'canary predicate';
CREATE STATISTICS placed_together ON (email || 'canary statistics'), kind FROM placed;
CREATE TABLE child () INHERITS (placed);
INSERT INTO child SELECT 1000 + i, 'visible', 'canary child ' || i % 3 FROM generate_series(1, 300) i;
ALTER TABLE child ADD CHECK (email <> 'canary child check');
CREATE TABLE refers (id integer, whose text REFERENCES placed (email) CHECK (whose <> 'canary refers'));
INSERT INTO refers SELECT i, 'canary ' || (1 + i % 3) FROM generate_series(1, 300) i;

CREATE TABLE rowly (id integer, email text);
ALTER TABLE rowly ADD CHECK (rowly <> ROW(1, 'canary row')::rowly);
CREATE INDEX ON rowly (id) WHERE rowly <> ROW(1, 'canary index row')::rowly;
ALTER TABLE rowly ENABLE ROW LEVEL SECURITY;
CREATE POLICY rows ON rowly USING (rowly::text NOT LIKE '%canary policy row%');
CREATE FUNCTION shown(rowly) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT coalesce($1.email, 'canary shown') $$;
CREATE INDEX ON rowly (shown(rowly));
INSERT INTO rowly SELECT i, 'canary rowly ' || i % 3 FROM generate_series(1, 300) i;

CREATE VIEW seen AS
    SELECT id, email AS contact FROM placed WHERE email = 'canary view' AND kind = 'x';
CREATE VIEW seen_again AS SELECT contact FROM seen WHERE contact <> 'canary nested view';
CREATE VIEW seen_widely AS
    WITH chosen AS (SELECT email, amount FROM placed WHERE amount IN (918273910, 918273911))
    SELECT k.note, CASE c.email WHEN 'canary view case' THEN 'canary then' ELSE c.email END AS mail,
           coalesce(c.email, 'canary coalesced') AS sure
    FROM kept k JOIN chosen c ON c.email = k.note AND c.email BETWEEN 'canary low' AND 'canary up'
    WHERE EXISTS (SELECT FROM placed p WHERE p.email ~ 'canary pattern' AND p.born > '1917-06-06')
    UNION ALL SELECT 'x', email, 'canary column' FROM placed GROUP BY email
    HAVING max(email) <> 'canary having';
CREATE TABLE behind (mail text CHECK (mail <> 'canary behind'), kind text);
CREATE VIEW before_it AS SELECT mail AS shown FROM behind;
CREATE VIEW in_front AS SELECT shown FROM before_it WHERE shown <> 'canary in front';
INSERT INTO behind SELECT 'canary behind it ' || i % 3, 'visible' FROM generate_series(1, 300) i;
CREATE VIEW seen_mood AS SELECT id, 'canary calm'::mood AS usual FROM kept;
CREATE VIEW seen_row AS SELECT id FROM rowly WHERE rowly <> ROW(1, 'canary view row')::rowly;
ALTER VIEW seen ALTER contact SET DEFAULT 'canary view default';
CREATE MATERIALIZED VIEW gathered AS
    SELECT lower(email) AS contact, id FROM placed WHERE email <> 'canary gathered';
CREATE MATERIALIZED VIEW whole AS SELECT id, placed::text AS line FROM placed;
CREATE MATERIALIZED VIEW gathered_again AS SELECT contact AS thing FROM gathered;
CREATE INDEX ON gathered (contact) WHERE contact <> 'canary gathered index';
CREATE INDEX ON gathered (upper(contact));
CREATE STATISTICS gathered_computed ON (contact || 'canary gathered statistics'), id FROM gathered;
REFRESH MATERIALIZED VIEW gathered;
REFRESH MATERIALIZED VIEW gathered_again;
REFRESH MATERIALIZED VIEW whole;

ALTER TABLE placed ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON placed
    USING (email = 'canary policy') WITH CHECK (email <> 'canary policy check');
CREATE POLICY other ON kept
    USING (note = (SELECT kind FROM placed WHERE email = 'canary policy elsewhere'));
CREATE RULE also AS ON UPDATE TO placed WHERE NEW.email = 'canary rule'
    DO ALSO INSERT INTO kept VALUES (918273903, 'canary rule value');
CREATE RULE elsewhere AS ON DELETE TO kept
    DO ALSO UPDATE placed SET email = 'canary rule elsewhere' WHERE amount = 918273904;

CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wanted text := 'canary variable'; -- canary comment in a body
    typed placed.email%TYPE := 'canary typed';
BEGIN
    IF NEW.email = 'canary plpgsql' THEN
        NEW.email := $q$canary quoted$q$;
        typed := E'canary \x65scaped' || U&'c\0061nary' || X'63616e617279'; /* canary block */
        NEW.amount := 918273909.5 + B'101100111000111100001'::integer;
        EXECUTE 'UPDATE placed SET email = ''canary dynamic''';
    END IF;
    RAISE NOTICE 'canary notice %', wanted USING hint = 'canary hint';
    UPDATE placed SET amount = 918273905 WHERE email = wanted;
    RETURN NEW;
END $$;
CREATE TRIGGER touched BEFORE UPDATE ON placed FOR EACH ROW
    WHEN (NEW.email = 'canary trigger') EXECUTE FUNCTION touch('canary argument');
CREATE TRIGGER touched INSTEAD OF UPDATE ON seen FOR EACH ROW
    EXECUTE FUNCTION touch('canary view argument');
CREATE RULE never AS ON DELETE TO seen
    DO INSTEAD UPDATE kept SET note = 'canary view rule' WHERE note = OLD.contact;
CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN IF to_jsonb(NEW)::text LIKE '%canary unnamed%' THEN RETURN NULL; END IF; RETURN NEW; END $$;
CREATE TRIGGER watched BEFORE INSERT ON placed FOR EACH ROW EXECUTE FUNCTION watch();
CREATE FUNCTION counted(who text DEFAULT 'canary argument default') RETURNS bigint
    LANGUAGE sql AS $$ SELECT count(*) FROM placed WHERE email IN ('canary sql', who) $$;
CREATE FUNCTION counted_too() RETURNS bigint LANGUAGE sql
    BEGIN ATOMIC SELECT count(*) FROM placed WHERE email = 'canary atomic'; END;
CREATE FUNCTION counted_row(one placed) RETURNS boolean LANGUAGE sql
    AS $$ SELECT one = ROW(1, 'canary row argument')::record $$;
CREATE FUNCTION of_mood(it mood DEFAULT 'canary glad') RETURNS integer LANGUAGE sql
    AS $$ SELECT 1 WHERE $1 = 'canary calm' $$;
CREATE FUNCTION anything(t regclass, c text) RETURNS void LANGUAGE plpgsql AS
    $$ BEGIN EXECUTE format('UPDATE %s SET %I = %L', t, c, 'canary formatted'); END $$;
CREATE FUNCTION spelt() RETURNS bigint LANGUAGE sql
    AS $$ SELECT count(*) FROM kept WHERE U&"\006eote" = (SELECT U&"em\0061il" FROM U&"pl\0061ced" WHERE U&"em\0061il" = 'canary spelt') $$;
CREATE PROCEDURE change() LANGUAGE sql AS $$
    INSERT INTO placed (id, email) VALUES (1, 'canary inserted')
        ON CONFLICT (id) DO UPDATE SET email = 'canary conflict' WHERE placed.email = 'canary kept';
    INSERT INTO placed SELECT 2, 'x', 'canary selected';
    UPDATE placed SET (email, amount) = ('canary pair', 918273906) FROM kept WHERE note = email;
    DELETE FROM placed WHERE amount = 918273907 RETURNING email || 'canary returned';
$$;
CREATE PROCEDURE merge() LANGUAGE sql AS $$
    MERGE INTO placed p USING kept k ON p.email = 'canary merged'
        WHEN MATCHED AND p.email <> 'canary matched' THEN UPDATE SET email = 'canary merge update'
        WHEN NOT MATCHED THEN INSERT (id, email) VALUES (1, 'canary merge insert');
$$;
CREATE FUNCTION broken() RETURNS void LANGUAGE plpgsql AS
    $$ BEGIN UPDATE placed SET email = 'canary unclosed; END $$;
CREATE FUNCTION wrong() RETURNS void LANGUAGE sql AS
    $$ SELEKT email FROM placed WHERE = 'canary wrong' $$;

CREATE TABLE divided (email text, born date) PARTITION BY LIST (email);
CREATE TABLE divided_a PARTITION OF divided FOR VALUES IN ('canary partition', 'canary second');
CREATE TABLE ranged (email text, born date) PARTITION BY RANGE (born);
CREATE TABLE ranged_a PARTITION OF ranged FOR VALUES FROM ('1917-02-03') TO ('1917-09-08')
    PARTITION BY LIST (email);
CREATE TABLE ranged_a_a PARTITION OF ranged_a FOR VALUES IN ('canary ranged', NULL);
CREATE TABLE keyed (email text, kind text) PARTITION BY LIST (coalesce(email, 'canary key'));
CREATE TABLE keyed_a PARTITION OF keyed FOR VALUES IN ('canary keyed');
CREATE INDEX ON keyed (lower(email || 'canary partitioned index'));
INSERT INTO divided SELECT 'canary partition', '1917-03-04' FROM generate_series(1, 50);
INSERT INTO ranged SELECT 'canary ranged', '1917-03-04' FROM generate_series(1, 50);
INSERT INTO keyed SELECT 'canary keyed', 'visible' FROM generate_series(1, 50);

CREATE PUBLICATION told FOR TABLE kept;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw
    OPTIONS (host 'canary.example', dbname 'canary', port '5432');
CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (user 'canary', password 'canary secret');
CREATE FOREIGN DATA WRAPPER odd OPTIONS (key 'canary key');
CREATE SERVER farther FOREIGN DATA WRAPPER odd OPTIONS (secret 'canary token');
CREATE FOREIGN TABLE remote (id integer, email text OPTIONS (condition 'canary column option'))
    SERVER farther OPTIONS (filename '/canary/file', query 'SELECT canary');
