-- The size of every relation with storage that belongs to a table, each fork asked once; NULL for
-- those whose oid is given as locked. A relation whose main fork is empty has no other. Asking
-- opens the relation, which costs most for an index; so those of an empty heap are taken to be as
-- large as pg_class says: what fills an index fills the heap first, and a VACUUM that empties a heap
-- counts its indexes' pages.
WITH owners (oid, toast) AS (
    SELECT c.oid, c.reltoastrelid
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'm')
      AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), heaps (owner, part, oid, size) AS MATERIALIZED (
    SELECT owner, part, oid,
           CASE WHEN oid = ANY (?::oid[]) THEN NULL ELSE pg_relation_size(oid, 'main') END
    FROM (SELECT oid, 'heap', oid FROM owners
          UNION ALL
          SELECT oid, 'toast', toast FROM owners WHERE toast <> 0) heap (owner, part, oid)
), indexes (owner, part, oid, size) AS MATERIALIZED (
    SELECT heaps.owner, CASE heaps.part WHEN 'heap' THEN 'index' ELSE heaps.part END,
           c.oid,
           CASE WHEN c.oid = ANY (?::oid[]) THEN NULL
                WHEN heaps.size = 0 AND c.relpages > 0
                THEN c.relpages * current_setting('block_size')::bigint
                ELSE pg_relation_size(c.oid, 'main') END
    FROM heaps
    JOIN pg_index i ON i.indrelid = heaps.oid
    JOIN pg_class c ON c.oid = i.indexrelid AND c.relkind = 'i'
)
SELECT owner, part, oid,
       size AS main_size,
       size + CASE WHEN size > 0
                   THEN pg_relation_size(oid, 'fsm') + pg_relation_size(oid, 'vm')
                   ELSE 0 END AS all_size
FROM heaps
UNION ALL
SELECT owner, part, oid,
       size,
       -- Of one page, nothing can be free.
       size + CASE WHEN size > current_setting('block_size')::bigint
                   THEN pg_relation_size(oid, 'fsm')
                   ELSE 0 END
FROM indexes
