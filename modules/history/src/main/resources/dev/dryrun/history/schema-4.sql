-- history.db, version 4. docs/reference/history-file.md describes it.

CREATE TABLE ref (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    schema TEXT NOT NULL,
    name TEXT NOT NULL,
    bucket INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX ref_kind ON ref (kind, schema, name);

CREATE INDEX ref_name ON ref (name);

CREATE TABLE object (
    id INTEGER PRIMARY KEY,
    ref_id INTEGER NOT NULL REFERENCES ref,
    hash BLOB NOT NULL,
    type TEXT NOT NULL,
    document TEXT NOT NULL,
    texts BLOB
) STRICT;

-- Six bytes of the hash tell objects apart well enough; the whole hash is compared in the row.
CREATE INDEX object_hash ON object (substr(hash, 1, 6));

-- What documents have in common: in a document, {"$part": id} stands for it. The digest is eight
-- bytes of the text's SHA-256.
CREATE TABLE part (
    id INTEGER PRIMARY KEY,
    digest INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX part_digest ON part (digest);

CREATE TABLE node (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    bucket INTEGER NOT NULL
) STRICT;

CREATE TABLE node_object (
    node_id INTEGER NOT NULL REFERENCES node,
    ref_id INTEGER NOT NULL REFERENCES ref,
    object_id INTEGER NOT NULL REFERENCES object,
    PRIMARY KEY (node_id, ref_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE root (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    objects INTEGER NOT NULL
) STRICT;

CREATE TABLE root_node (
    root_id INTEGER NOT NULL REFERENCES root,
    bucket INTEGER NOT NULL,
    node_id INTEGER NOT NULL REFERENCES node,
    PRIMARY KEY (root_id, bucket)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id TEXT NOT NULL,
    database_id TEXT NOT NULL,
    stream TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    root_id INTEGER NOT NULL REFERENCES root,
    schema_root_id INTEGER REFERENCES root,
    masked_columns INTEGER NOT NULL,
    server TEXT NOT NULL,
    masking TEXT
) STRICT;

CREATE INDEX snapshot_newest ON snapshot (project_id, database_id, stream, taken_at, id);

-- Which definitions hold which three characters in a row; their texts are not kept a second time.
CREATE VIRTUAL TABLE search USING fts5 (
    texts,
    content = '',
    contentless_delete = 1,
    detail = none,
    tokenize = 'trigram case_sensitive 1'
);

INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

-- For people with the sqlite3 tool: the newest snapshot of each stream, as plain rows.

CREATE VIEW newest_snapshot AS
SELECT s.id, s.project_id, s.database_id, s.stream, s.taken_at, s.root_id
FROM snapshot s
WHERE s.id = (
    SELECT t.id FROM snapshot t
    WHERE t.project_id = s.project_id AND t.database_id = s.database_id AND t.stream = s.stream
    ORDER BY t.taken_at DESC, t.id DESC LIMIT 1
);

CREATE VIEW newest_object AS
SELECT s.project_id, s.database_id, s.stream, s.taken_at, o.type, r.kind, r.schema, r.name,
       o.document
FROM newest_snapshot s
JOIN root_node rn ON rn.root_id = s.root_id
JOIN node_object no ON no.node_id = rn.node_id
JOIN object o ON o.id = no.object_id
JOIN ref r ON r.id = no.ref_id;

CREATE VIEW tables AS
SELECT project_id, database_id, schema, name,
       json_extract(document, '$.partitioning.strategy') AS partitioned_by,
       json_extract(document, '$.partition_of.schema') AS parent_schema,
       json_extract(document, '$.partition_of.name') AS parent_name,
       json_extract(document, '$.comment') AS comment
FROM newest_object
WHERE type = 'table';

-- A list of a definition, wherever it stands.
CREATE VIEW newest_list AS
SELECT o.project_id, o.database_id, o.schema, o.name, o.document, l.column1 AS list,
       coalesce(
           (SELECT p.text FROM part p
            WHERE p.id = json_extract(o.document, '$.' || l.column1 || '."$part"')),
           json_extract(o.document, '$.' || l.column1)) AS elements
FROM newest_object o, (VALUES ('columns'), ('indexes'), ('constraints')) l
WHERE o.type = 'table';

CREATE VIEW columns AS
SELECT o.project_id, o.database_id, o.schema, o.name AS table_name, c.key + 1 AS ordinal,
       json_extract(c.value, '$[0]') AS name,
       json_extract(c.value, '$[1]') AS type,
       coalesce(json_extract(c.value, '$[2]'), 0) AS not_null,
       json_extract(c.value, '$[3]') AS default_expression,
       json_extract(c.value, '$[4].identity') AS identity,
       json_extract(c.value, '$[4].generated.expression') AS generated,
       json_extract(c.value, '$[4].comment') AS comment
FROM newest_list o, json_each(o.elements) c
WHERE o.list = 'columns';

-- In names of indexes and constraints, a plus sign stands for the table's name.
CREATE VIEW indexes AS
SELECT o.project_id, o.database_id, o.schema, o.name AS table_name,
       CASE substr(json_extract(i.value, '$[0]'), 1, 1)
           WHEN '+' THEN o.name || substr(json_extract(i.value, '$[0]'), 2)
           WHEN '-' THEN substr(json_extract(i.value, '$[0]'), 2)
           ELSE json_extract(i.value, '$[0]') END AS name,
       json_extract(i.value, '$[1]') AS method,
       coalesce(json_extract(i.value, '$[4].unique'), 0) AS is_unique,
       coalesce(json_extract(i.value, '$[4].invalid'), 0) AS invalid,
       json_extract(i.value, '$[2]') AS definition
FROM newest_list o, json_each(o.elements) i
WHERE o.list = 'indexes';

CREATE VIEW constraints AS
SELECT o.project_id, o.database_id, o.schema, o.name AS table_name,
       CASE substr(json_extract(k.value, '$[0]'), 1, 1)
           WHEN '+' THEN o.name || substr(json_extract(k.value, '$[0]'), 2)
           WHEN '-' THEN substr(json_extract(k.value, '$[0]'), 2)
           ELSE json_extract(k.value, '$[0]') END AS name,
       json_extract(k.value, '$[1]') AS kind,
       json_extract(k.value, '$[2]') AS columns,
       json_extract(k.value, '$[3].expression') AS expression,
       json_extract(o.document, '$.references."' || k.key || '"') AS refers_to
FROM newest_list o, json_each(o.elements) k
WHERE o.list = 'constraints';

CREATE VIEW planner_table_stats AS
SELECT project_id, database_id, schema, name,
       coalesce(json_extract(document, '$.figures[0].estimated'),
                json_extract(document, '$.figures[0]')) AS reltuples,
       json_extract(document, '$.figures[1]') AS relpages,
       json_extract(document, '$.figures[7]') AS table_size,
       json_extract(document, '$.figures[8]') AS toast_size,
       json_extract(document, '$.figures[9]') AS indexes_size,
       json_extract(document, '$.figures[10]') AS total_relation_size
FROM newest_object
WHERE type = 'table_statistics';

CREATE VIEW planner_column_stats AS
SELECT o.project_id, o.database_id, o.schema, o.name AS table_name,
       json_extract(c.value, '$[0]') AS name,
       json_extract(c.value, '$[1]') AS type,
       json_extract(c.value, '$[2]') AS null_frac,
       json_extract(c.value, '$[3]') AS avg_width,
       json_extract(c.value, '$[4]') AS n_distinct,
       coalesce((SELECT text FROM part WHERE id = json_extract(c.value, '$[6]."$part"')),
                json_extract(c.value, '$[6]')) AS most_common_vals,
       coalesce((SELECT text FROM part WHERE id = json_extract(c.value, '$[7]."$part"')),
                json_extract(c.value, '$[7]')) AS most_common_freqs,
       coalesce((SELECT text FROM part WHERE id = json_extract(c.value, '$[8]."$part"')),
                json_extract(c.value, '$[8]')) AS histogram_bounds,
       json_extract(c.value, '$[9].most_common_elems') AS most_common_elems,
       json_extract(c.value, '$[5]') AS correlation,
       json_extract(c.value, '$[9].masked_by') AS masked_by
FROM newest_object o, json_each(o.document, '$.columns') c
WHERE o.type = 'table_statistics';

CREATE VIEW table_activity AS
SELECT project_id, database_id, stream, schema, name,
       json_extract(document, '$.figures[0]') AS seq_scan,
       json_extract(document, '$.figures[3]') AS idx_scan,
       json_extract(document, '$.figures[6]') AS n_tup_ins,
       json_extract(document, '$.figures[7]') AS n_tup_upd,
       json_extract(document, '$.figures[8]') AS n_tup_del,
       json_extract(document, '$.figures[11]') AS n_live_tup,
       json_extract(document, '$.figures[12]') AS n_dead_tup
FROM newest_object
WHERE type = 'table_activity';
