SET search_path = every, every_extension;

CREATE FUNCTION added(a int, b int DEFAULT 1) RETURNS int
    LANGUAGE sql IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE COST 3 AS 'SELECT a + b';
-- A body that the server keeps as a tree, not as text.
CREATE FUNCTION added(a bigint, b bigint) RETURNS bigint
    LANGUAGE sql STABLE RETURN a + b + added(1, 2);
CREATE FUNCTION labels(OUT label text, OUT place real) RETURNS SETOF record
    LANGUAGE sql STABLE ROWS 4 COST 20 PARALLEL RESTRICTED
BEGIN ATOMIC
    SELECT e.enumlabel::text, e.enumsortorder FROM pg_catalog.pg_enum AS e;
END;
CREATE FUNCTION split(INOUT text text, VARIADIC parts text[] DEFAULT ARRAY['a', 'it''s'])
    LANGUAGE plpgsql VOLATILE CALLED ON NULL INPUT AS $body$
BEGIN
    -- $$ and a backslash \ in a body
    text := coalesce(text, 'none') || array_to_string(parts, E'\n');
END
$body$;
CREATE FUNCTION table_of(first int, last int DEFAULT 10) RETURNS TABLE (n int, square bigint)
    LANGUAGE plpgsql IMMUTABLE ROWS 10 AS $$
BEGIN
    RETURN QUERY SELECT i, i::bigint * i FROM generate_series(first, last) AS i;
END
$$;
CREATE FUNCTION careful() RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, every, "Odd, Schema"
    SET work_mem = '8MB'
    SET TimeZone FROM CURRENT
    AS 'BEGIN RETURN current_user; END';
CREATE FUNCTION polymorphic(anyelement, anyarray, anycompatible) RETURNS anyarray
    LANGUAGE sql IMMUTABLE AS 'SELECT $2 || $1';
CREATE FUNCTION many(p person, moods mood[], short_text) RETURNS SETOF person
    LANGUAGE sql STABLE AS 'SELECT p';
CREATE FUNCTION in_c() RETURNS trigger LANGUAGE c AS '$libdir/moddatetime', 'moddatetime';
CREATE FUNCTION numbered() RETURNS bigint
    LANGUAGE internal WINDOW IMMUTABLE AS 'window_row_number';
CREATE FUNCTION supported(text, text) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE SUPPORT pg_catalog.textlike_support AS 'textlike';
CREATE FUNCTION transformed(handle) RETURNS int
    LANGUAGE plpgsql TRANSFORM FOR TYPE handle AS 'BEGIN RETURN 1; END';
CREATE PROCEDURE moved(INOUT a int, b text DEFAULT 'x')
    LANGUAGE plpgsql AS 'BEGIN a := a + 1; END';
CREATE PROCEDURE emptied(OUT a int) LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END;
CREATE FUNCTION on_row() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION on_event() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NULL; END';
ALTER FUNCTION added(int, int) OWNER TO every_owner;
ALTER FUNCTION careful() DEPENDS ON EXTENSION pgcrypto;

-- Aggregates: plain with all options, moving, ordered-set, hypothetical, variadic.
CREATE AGGREGATE total(int) (
    SFUNC = int4_sum, STYPE = int8, SSPACE = 16, COMBINEFUNC = int8pl, INITCOND = '0',
    PARALLEL = safe
);
CREATE AGGREGATE moving(double precision) (
    SFUNC = float8pl, STYPE = float8, INITCOND = '0',
    MSFUNC = float8pl, MINVFUNC = float8mi, MSTYPE = float8, MINITCOND = '0',
    FINALFUNC = float8abs, FINALFUNC_MODIFY = read_only, MFINALFUNC = float8abs
);
CREATE AGGREGATE biggest(text) (SFUNC = text_larger, STYPE = text, SORTOP = OPERATOR(pg_catalog.>));
CREATE AGGREGATE collected(anycompatible)
    (SFUNC = array_append, STYPE = anycompatiblearray, INITCOND = '{}');
CREATE AGGREGATE percentile(double precision ORDER BY double precision) (
    SFUNC = ordered_set_transition, STYPE = internal,
    FINALFUNC = percentile_cont_float8_final, FINALFUNC_MODIFY = shareable
);
CREATE AGGREGATE ranked(VARIADIC "any" ORDER BY VARIADIC "any") (
    SFUNC = ordered_set_transition_multi, STYPE = internal,
    FINALFUNC = rank_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = read_write, HYPOTHETICAL
);

-- Operators: with all options, whose commutator and negator name each other, and one that names a
-- commutator which nobody has made (a shell).
CREATE FUNCTION same(handle, handle) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF AS 'int4eq';
CREATE FUNCTION differ(handle, handle) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF AS 'int4ne';
CREATE FUNCTION less(handle, handle) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF AS 'int4lt';
CREATE FUNCTION more(handle, handle) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF AS 'int4gt';
CREATE FUNCTION less_or_same(handle, handle) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF AS 'int4le';
CREATE FUNCTION more_or_same(handle, handle) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF AS 'int4ge';
CREATE FUNCTION compared(handle, handle) RETURNS int
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF AS 'btint4cmp';
CREATE FUNCTION hashed(handle) RETURNS int
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF AS 'hashint4';
CREATE OPERATOR === (
    FUNCTION = same, LEFTARG = handle, RIGHTARG = handle, COMMUTATOR = ===, NEGATOR = !==,
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
CREATE OPERATOR !== (
    FUNCTION = differ, LEFTARG = handle, RIGHTARG = handle, COMMUTATOR = !==, NEGATOR = ===,
    RESTRICT = neqsel, JOIN = neqjoinsel
);
CREATE OPERATOR <<< (FUNCTION = less, LEFTARG = handle, RIGHTARG = handle, NEGATOR = >>>=);
CREATE OPERATOR >>> (FUNCTION = more, LEFTARG = handle, RIGHTARG = handle, COMMUTATOR = <<<);
CREATE OPERATOR <<<= (FUNCTION = less_or_same, LEFTARG = handle, RIGHTARG = handle, NEGATOR = >>>);
CREATE OPERATOR >>>= (FUNCTION = more_or_same, LEFTARG = handle, RIGHTARG = handle);
CREATE OPERATOR ~~~> (FUNCTION = less, LEFTARG = handle, RIGHTARG = handle, COMMUTATOR = <~~~);
CREATE OPERATOR !@# (FUNCTION = hashed, RIGHTARG = handle);
ALTER OPERATOR !@# (NONE, handle) OWNER TO every_owner;

-- Operator families and classes: of the class's own family, and of one that is shared.
CREATE OPERATOR CLASS handle_hash DEFAULT FOR TYPE handle USING hash AS
    OPERATOR 1 ===, FUNCTION 1 hashed(handle);
CREATE OPERATOR FAMILY handles USING btree;
CREATE OPERATOR CLASS handle_order FOR TYPE handle USING btree FAMILY handles AS
    OPERATOR 1 <<<, OPERATOR 2 <<<=, OPERATOR 3 ===, OPERATOR 4 >>>=, OPERATOR 5 >>>,
    FUNCTION 1 compared(handle, handle);
CREATE FUNCTION compared(handle, int) RETURNS int
    LANGUAGE internal IMMUTABLE STRICT AS 'btint4cmp';
CREATE FUNCTION less(handle, int) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT AS 'int4lt';
CREATE OPERATOR <<< (FUNCTION = less, LEFTARG = handle, RIGHTARG = int);
ALTER OPERATOR FAMILY handles USING btree ADD
    OPERATOR 1 <<< (handle, int), FUNCTION 1 (handle, int) compared(handle, int);
CREATE OPERATOR FAMILY empty_family USING gin;
ALTER OPERATOR FAMILY handles USING btree OWNER TO every_owner;

-- Casts: by function, by text, and none needed.
CREATE FUNCTION as_text(point3) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x::text';
CREATE CAST (point3 AS text) WITH FUNCTION as_text(point3) AS ASSIGNMENT;
CREATE CAST (handle AS int) WITHOUT FUNCTION AS IMPLICIT;
CREATE CAST (text AS mood) WITH INOUT;
