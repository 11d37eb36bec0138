-- history.db, version 1. docs/reference/history-file.md describes it.

CREATE TABLE object (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    type TEXT NOT NULL,
    kind TEXT NOT NULL,
    schema TEXT NOT NULL,
    name TEXT NOT NULL,
    document TEXT NOT NULL
) STRICT;

CREATE INDEX object_name ON object (name);

CREATE TABLE node (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    bucket INTEGER NOT NULL
) STRICT;

CREATE TABLE node_object (
    node_id INTEGER NOT NULL REFERENCES node,
    object_id INTEGER NOT NULL REFERENCES object,
    PRIMARY KEY (node_id, object_id)
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
    masked_columns INTEGER NOT NULL,
    server TEXT NOT NULL
) STRICT;

CREATE INDEX snapshot_newest ON snapshot (project_id, database_id, stream, taken_at, id);

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
SELECT s.project_id, s.database_id, s.stream, s.taken_at, o.type, o.kind, o.schema, o.name,
       o.document
FROM newest_snapshot s
JOIN root_node rn ON rn.root_id = s.root_id
JOIN node_object no ON no.node_id = rn.node_id
JOIN object o ON o.id = no.object_id;

CREATE VIEW tables AS
SELECT project_id, database_id, schema, name,
       json_extract(document, '$.partitioning.strategy') AS partitioned_by,
       json_extract(document, '$.partition_of.schema') AS parent_schema,
       json_extract(document, '$.partition_of.name') AS parent_name,
       json_extract(document, '$.comment') AS comment
FROM newest_object
WHERE type = 'table';

CREATE VIEW columns AS
SELECT o.project_id, o.database_id, o.schema, o.name AS table_name, c.key + 1 AS ordinal,
       json_extract(c.value, '$.name') AS name,
       json_extract(c.value, '$.type') AS type,
       coalesce(json_extract(c.value, '$.not_null'), 0) AS not_null,
       json_extract(c.value, '$.default') AS default_expression,
       json_extract(c.value, '$.identity') AS identity,
       json_extract(c.value, '$.generated.expression') AS generated,
       json_extract(c.value, '$.comment') AS comment
FROM newest_object o, json_each(o.document, '$.columns') c
WHERE o.type = 'table';

CREATE VIEW indexes AS
SELECT o.project_id, o.database_id, o.schema, o.name AS table_name,
       json_extract(i.value, '$.name') AS name,
       json_extract(i.value, '$.method') AS method,
       coalesce(json_extract(i.value, '$.unique'), 0) AS is_unique,
       coalesce(json_extract(i.value, '$.invalid'), 0) AS invalid,
       json_extract(i.value, '$.definition') AS definition
FROM newest_object o, json_each(o.document, '$.indexes') i
WHERE o.type = 'table';

CREATE VIEW planner_column_stats AS
SELECT o.project_id, o.database_id, o.schema, o.name AS table_name,
       json_extract(c.value, '$.name') AS name,
       json_extract(c.value, '$.type') AS type,
       json_extract(c.value, '$.null_frac') AS null_frac,
       json_extract(c.value, '$.avg_width') AS avg_width,
       json_extract(c.value, '$.n_distinct') AS n_distinct,
       json_extract(c.value, '$.most_common_vals') AS most_common_vals,
       json_extract(c.value, '$.most_common_freqs') AS most_common_freqs,
       json_extract(c.value, '$.histogram_bounds') AS histogram_bounds,
       json_extract(c.value, '$.most_common_elems') AS most_common_elems,
       json_extract(c.value, '$.correlation') AS correlation
FROM newest_object o, json_each(o.document, '$.columns') c
WHERE o.type = 'table_statistics';
