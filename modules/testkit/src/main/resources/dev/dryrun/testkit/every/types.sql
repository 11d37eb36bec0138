SET search_path = every, every_extension;

-- Collations: ICU, one that is not deterministic, one of the C library.
CREATE COLLATION german (provider = icu, locale = 'de-u-co-phonebk');
CREATE COLLATION ignore_case
    (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE COLLATION plain (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');

-- Enums, one of them with a label put between others later, and one without a label.
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy', 'it''s "odd"');
ALTER TYPE mood ADD VALUE 'meh' BEFORE 'ok';
CREATE TYPE nothing_yet AS ENUM ();

-- Composites, nested.
CREATE TYPE point3 AS (x double precision, y double precision, z numeric(10, 3));
CREATE TYPE person AS (name text COLLATE german, home point3, moods mood[]);

-- Domains: several checks, a default, a collation, NOT NULL, over a domain, over an array.
CREATE DOMAIN short_text AS varchar(40) COLLATE "C" DEFAULT 'none' NOT NULL
    CONSTRAINT short_text_not_blank CHECK (VALUE !~ '^\s*$')
    CONSTRAINT short_text_no_tab CHECK (VALUE NOT LIKE E'%\t%');
CREATE DOMAIN shorter_text AS short_text CONSTRAINT shorter CHECK (length(VALUE) < 10);
CREATE DOMAIN positive_list AS int[] CHECK (0 < ALL (VALUE));
CREATE DOMAIN late AS int;
ALTER DOMAIN late ADD CONSTRAINT late_check CHECK (VALUE > 5) NOT VALID;

-- A range with all its parameters.
CREATE FUNCTION price_difference(double precision, double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT $1 - $2';
CREATE TYPE price_range AS RANGE (
    subtype = double precision,
    subtype_opclass = float8_ops,
    subtype_diff = price_difference,
    multirange_type_name = price_ranges
);
CREATE TYPE name_range AS RANGE (subtype = text, collation = german);

-- A base type with functions of the server itself, and a shell that was never filled.
CREATE TYPE handle;
CREATE FUNCTION handle_in(cstring) RETURNS handle
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'int4in';
CREATE FUNCTION handle_out(handle) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'int4out';
CREATE FUNCTION handle_receive(internal) RETURNS handle
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'int4recv';
CREATE FUNCTION handle_send(handle) RETURNS bytea
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'int4send';
CREATE TYPE handle (
    INPUT = handle_in, OUTPUT = handle_out, RECEIVE = handle_receive, SEND = handle_send,
    INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4, STORAGE = plain,
    CATEGORY = 'U', PREFERRED = false, DEFAULT = '7', DELIMITER = ';'
);
CREATE TYPE never_filled;

-- A transform: only its presence counts, so functions of the server stand in.
CREATE FUNCTION handle_from_sql(internal) RETURNS internal
    LANGUAGE internal IMMUTABLE STRICT AS 'prsd_lextype';
CREATE FUNCTION handle_to_sql(internal) RETURNS handle
    LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE TRANSFORM FOR handle LANGUAGE plpgsql
    (FROM SQL WITH FUNCTION handle_from_sql(internal), TO SQL WITH FUNCTION handle_to_sql(internal));

ALTER TYPE mood OWNER TO every_owner;
ALTER DOMAIN short_text OWNER TO every_writer;
ALTER COLLATION german OWNER TO every_owner;
