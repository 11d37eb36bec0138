SET search_path = every, every_extension;

-- Text search.
CREATE TEXT SEARCH PARSER words (
    START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype,
    HEADLINE = prsd_headline
);
CREATE TEXT SEARCH TEMPLATE plain_template (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY plain_words (TEMPLATE = plain_template, ACCEPT = false);
CREATE TEXT SEARCH DICTIONARY stems
    (TEMPLATE = pg_catalog.snowball, LANGUAGE = 'german', STOPWORDS = 'german');
CREATE TEXT SEARCH CONFIGURATION own_search (PARSER = words);
ALTER TEXT SEARCH CONFIGURATION own_search ADD MAPPING FOR asciiword, word WITH plain_words, stems;
ALTER TEXT SEARCH CONFIGURATION own_search ADD MAPPING FOR email WITH pg_catalog.simple;
CREATE TEXT SEARCH CONFIGURATION copied_search (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION own_search OWNER TO every_owner;

-- Foreign data. The mappings hold passwords: nobody may read them into a file.
CREATE FOREIGN DATA WRAPPER bare OPTIONS (debug 'true');
CREATE FOREIGN DATA WRAPPER handled
    HANDLER postgres_fdw_handler VALIDATOR postgresql_fdw_validator;
CREATE SERVER far TYPE 'postgres' VERSION '18' FOREIGN DATA WRAPPER postgres_fdw
    OPTIONS (host 'far.example.org', dbname 'it''s', port '5433', fetch_size '500');
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE SERVER nowhere FOREIGN DATA WRAPPER bare OPTIONS (anything 'goes');
CREATE USER MAPPING FOR PUBLIC SERVER far
    OPTIONS (user 'canary-of-a-mapped-user', password 'canary-of-a-mapping');
CREATE USER MAPPING FOR every_owner SERVER far OPTIONS (password 'canary-of-another-mapping');
CREATE FOREIGN TABLE far_nowhere (a int) SERVER nowhere;
CREATE FOREIGN TABLE far_orders (
    id bigint OPTIONS (column_name 'order id') NOT NULL,
    country text COLLATE "C" DEFAULT 'de',
    double_id bigint GENERATED ALWAYS AS (id * 2) STORED,
    CONSTRAINT far_orders_check CHECK (id > 0)
) SERVER far OPTIONS (schema_name 'public', table_name 'orders', fetch_size '50');
CREATE FOREIGN TABLE far_child (own int) INHERITS (parent_a) SERVER files
    OPTIONS (filename '/dev/null');
CREATE FOREIGN TABLE far_part PARTITION OF by_expression
    FOR VALUES FROM ('n', 0, '1') TO ('z', 0, '1') SERVER files
    OPTIONS (filename '/dev/null', format 'csv', "null" 'it''s');
ALTER SERVER far OWNER TO every_owner;

-- Logical replication. A subscription's connection string is a secret.
CREATE PUBLICATION every_table FOR ALL TABLES WITH (publish = 'insert, update');
CREATE PUBLICATION some_tables FOR TABLE columns, ONLY parent_a
    WITH (publish = 'delete, truncate');
CREATE PUBLICATION by_root FOR TABLE events WITH (publish_via_partition_root = true);
CREATE PUBLICATION no_tables;
CREATE SUBSCRIPTION incoming
    CONNECTION 'host=canary-of-a-host.example.org user=canary-of-a-user password=canary-of-a-subscription'
    PUBLICATION one, "Two, too"
    WITH (connect = false, enabled = false, slot_name = NONE, create_slot = false,
        binary = true, streaming = true, synchronous_commit = 'remote_apply');
ALTER PUBLICATION some_tables OWNER TO every_admin;

-- Extended statistics.
CREATE STATISTICS all_kinds ON id, name, day FROM indexed;
CREATE STATISTICS distinct_only (ndistinct) ON id, day FROM indexed;
CREATE STATISTICS dependencies_only (dependencies) ON id, name FROM indexed;
CREATE STATISTICS values_only (mcv) ON name, day FROM indexed;
CREATE STATISTICS one_expression ON (lower(name)) FROM indexed;
CREATE STATISTICS expressions (ndistinct, mcv) ON (id % 10), lower(name), day FROM indexed;
ALTER STATISTICS all_kinds SET STATISTICS 77;
CREATE STATISTICS of_partitioned ON region, day FROM events;
CREATE STATISTICS every_other.elsewhere ON a, b FROM by_expression;
ALTER STATISTICS all_kinds OWNER TO every_owner;

-- Event triggers; they do nothing.
CREATE EVENT TRIGGER every_start ON ddl_command_start EXECUTE FUNCTION on_event();
CREATE EVENT TRIGGER every_end ON ddl_command_end
    WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE') EXECUTE FUNCTION on_event();
CREATE EVENT TRIGGER every_drop ON sql_drop EXECUTE FUNCTION on_event();
CREATE EVENT TRIGGER every_rewrite ON table_rewrite EXECUTE FUNCTION on_event();
ALTER EVENT TRIGGER every_start DISABLE;
ALTER EVENT TRIGGER every_drop ENABLE REPLICA;
ALTER EVENT TRIGGER every_rewrite ENABLE ALWAYS;

-- What few databases have.
CREATE FUNCTION other_handler() RETURNS language_handler
    LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION other_inline(internal) RETURNS void
    LANGUAGE c STRICT AS '$libdir/plpgsql', 'plpgsql_inline_handler';
CREATE FUNCTION other_validator(oid) RETURNS void
    LANGUAGE c STRICT AS '$libdir/plpgsql', 'plpgsql_validator';
CREATE TRUSTED LANGUAGE other_language
    HANDLER other_handler INLINE other_inline VALIDATOR other_validator;
CREATE FUNCTION in_other_language() RETURNS int LANGUAGE other_language AS 'BEGIN RETURN 1; END';
CREATE ACCESS METHOD other_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE ACCESS METHOD other_btree TYPE INDEX HANDLER bthandler;
CREATE TABLE in_other_heap (id int) USING other_heap;
CREATE CONVERSION other_conversion FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
SELECT lo_from_bytea(0, 'canary-of-a-large-object');
