-- The size of every relation with storage that belongs to a table, each fork asked once; NULL for
-- those whose oid is given as locked. A relation whose main fork is empty has no other, unless a
-- VACUUM emptied it. Asking opens the relation, which is what costs; so the indexes and the TOAST
-- table of an empty heap, and the index of an empty TOAST table, are taken to be as large as pg_class
-- says: what fills them fills the heap first, and a VACUUM that empties a heap counts their pages. A
-- B-tree that nobody counted is as it was made, and over an empty heap that is one page.
WITH owners (oid, toast, counted) AS (
    SELECT c.oid, c.reltoastrelid, c.reltuples >= 0
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'm')
      AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), block (size, btree) AS (
    SELECT current_setting('block_size')::bigint, oid FROM pg_am WHERE amname = 'btree'
), mains (owner, part, oid, toast, counted, size) AS MATERIALIZED (
    SELECT oid, 'heap', oid, toast, counted,
           CASE WHEN oid = ANY (?::oid[]) THEN NULL ELSE pg_relation_size(oid, 'main') END
    FROM owners
), heaps (owner, part, oid, counted, size) AS MATERIALIZED (
    SELECT owner, part, oid, counted, size FROM mains
    UNION ALL
    SELECT mains.owner, 'toast', c.oid, c.reltuples >= 0,
           CASE WHEN c.oid = ANY (?::oid[]) THEN NULL
                WHEN mains.size = 0 THEN c.relpages * block.size
                ELSE pg_relation_size(c.oid, 'main') END
    FROM mains
    CROSS JOIN block
    JOIN pg_class c ON c.oid = mains.toast
), indexes (owner, part, oid, size) AS MATERIALIZED (
    SELECT heaps.owner, CASE heaps.part WHEN 'heap' THEN 'index' ELSE heaps.part END,
           c.oid,
           CASE WHEN c.oid = ANY (?::oid[]) THEN NULL
                WHEN heaps.size = 0 AND c.relpages > 0 THEN c.relpages * block.size
                WHEN heaps.size = 0 AND c.relam = block.btree THEN block.size
                ELSE pg_relation_size(c.oid, 'main') END
    FROM heaps
    CROSS JOIN block
    JOIN pg_index i ON i.indrelid = heaps.oid
    JOIN pg_class c ON c.oid = i.indexrelid AND c.relkind = 'i'
)
SELECT owner, part, oid,
       size AS main_size,
       size + CASE WHEN size > 0 OR size = 0 AND counted
                   THEN pg_relation_size(oid, 'fsm') + pg_relation_size(oid, 'vm')
                   ELSE 0 END AS all_size
FROM heaps
UNION ALL
SELECT indexes.owner, indexes.part, indexes.oid,
       indexes.size,
       -- Of one page, nothing can be free.
       indexes.size + CASE WHEN indexes.size > block.size
                           THEN pg_relation_size(indexes.oid, 'fsm')
                           ELSE 0 END
FROM indexes
CROSS JOIN block
