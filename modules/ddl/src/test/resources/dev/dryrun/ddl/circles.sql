-- What needs each other, and what must come in an order that is not that of the names.
DROP SCHEMA public;
CREATE SCHEMA z;
CREATE SCHEMA a;
CREATE EXTENSION cube SCHEMA z;
CREATE EXTENSION earthdistance SCHEMA a;
CREATE EXTENSION citext SCHEMA z;

-- A default and a check that take a row of their own table.
CREATE TABLE a.looped (id int, other int);
CREATE FUNCTION a.one_of(a.looped) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
ALTER TABLE a.looped ALTER COLUMN other SET DEFAULT a.one_of(NULL);
ALTER TABLE a.looped ADD CONSTRAINT looped_check CHECK (a.one_of(looped) > 0);
CREATE INDEX looped_one ON a.looped (a.one_of(looped));

-- Three views in a circle, of functions that are parsed.
CREATE VIEW a.first_view AS SELECT 1 AS n;
CREATE FUNCTION a.of_first() RETURNS SETOF a.first_view LANGUAGE sql
    RETURN (SELECT ROW(2)::a.first_view);
CREATE VIEW a.second_view AS SELECT f.n FROM a.of_first() AS f;
CREATE FUNCTION a.of_second() RETURNS bigint LANGUAGE sql
    RETURN (SELECT count(*) FROM a.second_view);
CREATE OR REPLACE VIEW a.first_view WITH (security_barrier = true) AS
    SELECT a.of_second()::int AS n;

-- A view that a primary key makes valid, of a table that comes later by name.
CREATE TABLE z.keyed (id int PRIMARY KEY, note text);
CREATE VIEW a.by_key AS SELECT id, note, count(*) AS n FROM z.keyed GROUP BY id;
CREATE MATERIALIZED VIEW a.kept_1 AS SELECT n FROM a.by_key;
CREATE MATERIALIZED VIEW a.kept_0 AS SELECT n FROM a.kept_1;
CREATE INDEX kept_1_n ON a.kept_1 (n);
ALTER MATERIALIZED VIEW a.kept_0 DEPENDS ON EXTENSION citext;
CREATE TABLE z.parted (id int, note text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE z.a_part PARTITION OF z.parted FOR VALUES FROM (1) TO (5);
CREATE VIEW a.by_parted_key AS SELECT p.id, p.note FROM z.parted AS p GROUP BY p.id;

-- A generated column and a partition key that call a function which takes a table's row.
CREATE FUNCTION z.of_keyed(z.keyed) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE TABLE a.generated (k z.keyed, n int GENERATED ALWAYS AS (z.of_keyed(k)) STORED);
CREATE TABLE a.by_call (n int) PARTITION BY RANGE (abs(n));
CREATE TABLE a.by_call_1 PARTITION OF a.by_call FOR VALUES FROM (0) TO (10);

-- Two indexes of a partition that look like the parts of two of its table.
CREATE INDEX z_first ON a.by_call (n);
CREATE INDEX a_second ON a.by_call (n);
CREATE INDEX a_own ON a.by_call_1 (n);

-- Foreign keys in a circle, and to a key that is no primary one.
CREATE TABLE a.hen (id int PRIMARY KEY, egg int, name text UNIQUE);
CREATE TABLE z.egg (id int PRIMARY KEY, hen int REFERENCES a.hen, name text REFERENCES a.hen (name));
ALTER TABLE a.hen ADD CONSTRAINT hen_egg FOREIGN KEY (egg) REFERENCES z.egg;

-- A range whose own function takes it.
CREATE TYPE z.counted;
CREATE FUNCTION a.canonical(z.counted) RETURNS z.counted
    LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE z.counted AS RANGE (SUBTYPE = int4, CANONICAL = a.canonical);
CREATE TABLE a.counts (c z.counted, m z.counted[], x z.counted_multirange);

-- A cast that only a view's text shows.
CREATE TYPE a.money2 AS (units int);
CREATE FUNCTION z.to_int(a.money2) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).units';
CREATE CAST (a.money2 AS int) WITH FUNCTION z.to_int(a.money2) AS IMPLICIT;
CREATE VIEW a.cast_view AS SELECT ROW(1)::a.money2::int AS n;

-- Grants of one privilege by two roles; children that differ from their parents; nothing published.
CREATE ROLE ddl_first;
CREATE ROLE ddl_second;
CREATE TABLE a.granted (id int, secret text);
GRANT SELECT ON a.granted TO ddl_first WITH GRANT OPTION;
GRANT USAGE ON SCHEMA a TO ddl_first;
GRANT SELECT ON a.granted TO ddl_second;
SET ROLE ddl_first;
GRANT SELECT ON a.granted TO ddl_second WITH GRANT OPTION;
RESET ROLE;
GRANT SELECT ("secret") ON a.granted TO ddl_second;
CREATE TABLE a.z_parent (id int DEFAULT 1, note text DEFAULT 'parent', CHECK (id > 0));
CREATE TABLE a.child (more int) INHERITS (a.z_parent);
ALTER TABLE a.child ALTER COLUMN note SET DEFAULT 'child', ALTER COLUMN id DROP DEFAULT;
ALTER TABLE a.z_parent ADD CONSTRAINT later CHECK (note <> '') NOT VALID;
CREATE TABLE a.late_child () INHERITS (a.z_parent);
CREATE PUBLICATION nothing FOR TABLE a.hen WITH (publish = '');

-- What the server writes in another way than it reads.
CREATE TABLE a.in_list (kind varchar(20), CONSTRAINT in_list_kind CHECK (kind IN ('a]', 'b')));
CREATE INDEX in_list_some ON a.in_list (kind) WHERE kind IN ('it''s', '(ARRAY[', 'c');
CREATE VIEW a.in_list_view AS SELECT kind FROM a.in_list WHERE kind IN ('a', 'b') OR kind = '(ARRAY[';
