SET search_path = every, every_extension;

CREATE TABLE indexed (
    id int NOT NULL, name text NOT NULL, tags text[], body tsvector, spot point, range int4range,
    address inet, day date, document jsonb, number handle
);
INSERT INTO indexed (id, name, tags, day)
    SELECT i, 'name ' || i, ARRAY['tag ' || i % 3], date '2024-01-01' + i
    FROM generate_series(1, 500) AS i;

CREATE INDEX indexed_btree ON indexed USING btree (name DESC NULLS LAST, id ASC NULLS FIRST, day DESC);
CREATE INDEX indexed_hash ON indexed USING hash (name);
CREATE INDEX indexed_gist ON indexed USING gist (range, spot) INCLUDE (id) WITH (buffering = on);
CREATE INDEX indexed_spgist ON indexed USING spgist (address inet_ops);
CREATE INDEX indexed_gin ON indexed USING gin (tags, body)
    WITH (fastupdate = off, gin_pending_list_limit = 128);
CREATE INDEX indexed_gin_path ON indexed USING gin (document jsonb_path_ops);
CREATE INDEX indexed_brin ON indexed USING brin (day date_minmax_multi_ops (values_per_range = 16), id)
    WITH (pages_per_range = 32, autosummarize = true);
CREATE INDEX indexed_trigram ON indexed USING gist (name gist_trgm_ops (siglen = 32));
CREATE INDEX indexed_partial ON indexed (id) WHERE name <> 'it''s' AND day > '2024-02-01'::date;
CREATE INDEX indexed_expression ON indexed (lower(name), (id % 10), (name || 'x') text_pattern_ops);
ALTER INDEX indexed_expression ALTER COLUMN 1 SET STATISTICS 300;
ALTER INDEX indexed_expression ALTER COLUMN 2 SET STATISTICS 50;
CREATE UNIQUE INDEX indexed_include ON indexed (id) INCLUDE (name, day)
    WITH (fillfactor = 55, deduplicate_items = off);
CREATE INDEX indexed_collation ON indexed (name COLLATE german, name COLLATE "C" varchar_pattern_ops);
CREATE INDEX indexed_class ON indexed (number handle_order);
CREATE INDEX indexed_in_space ON indexed (day) TABLESPACE every_space;
CREATE INDEX indexed_clustered ON indexed (day, id);
ALTER TABLE indexed CLUSTER ON indexed_clustered;
CREATE UNIQUE INDEX indexed_identity ON indexed (id, name);
ALTER TABLE indexed REPLICA IDENTITY USING INDEX indexed_identity;
CREATE INDEX indexed_tied ON indexed (id, day, name);
ALTER INDEX indexed_tied DEPENDS ON EXTENSION pg_trgm;
ALTER TABLE bookings REPLICA IDENTITY FULL;
ALTER TABLE no_columns REPLICA IDENTITY NOTHING;

-- On a partitioned table: made on all; on it alone, where one partition has its part and the others
-- have none, so that it stays invalid; and one that a partition has for itself.
CREATE INDEX events_payload ON events (payload);
CREATE INDEX events_alone ON ONLY events (id, payload);
CREATE INDEX events_rest_part ON events_rest (id, payload);
ALTER INDEX events_alone ATTACH PARTITION events_rest_part;
CREATE INDEX events_rest_own ON events_rest (day) WHERE id > 5;
CREATE UNIQUE INDEX events_alone_unique ON ONLY events_eu (day, id);
CREATE INDEX by_expression_index ON by_expression ((b + 1)) WHERE a <> '';
