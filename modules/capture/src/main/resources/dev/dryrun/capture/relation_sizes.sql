-- The size of every relation with storage that belongs to a table, each fork asked once; NULL for
-- those whose oid is given as locked. A relation whose main fork is empty has no other.
WITH owners (oid, toast) AS (
    SELECT c.oid, c.reltoastrelid
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'm')
      AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), relations (owner, part, oid) AS (
    SELECT oid, 'heap', oid FROM owners
    UNION ALL
    SELECT oid, 'toast', toast FROM owners WHERE toast <> 0
    UNION ALL
    SELECT owners.oid, 'index', i.indexrelid FROM owners JOIN pg_index i ON i.indrelid = owners.oid
    UNION ALL
    SELECT owners.oid, 'toast', i.indexrelid
    FROM owners JOIN pg_index i ON i.indrelid = owners.toast AND owners.toast <> 0
)
SELECT relations.owner, relations.part, relations.oid,
       main.size AS main_size,
       main.size
         + CASE WHEN main.size > 0 THEN pg_relation_size(relations.oid, 'fsm') ELSE 0 END
         + CASE WHEN main.size > 0 AND relations.part <> 'index'
                THEN pg_relation_size(relations.oid, 'vm') ELSE 0 END AS all_size
FROM relations
CROSS JOIN LATERAL (
    SELECT CASE WHEN relations.oid = ANY (?::oid[]) THEN NULL
                ELSE pg_relation_size(relations.oid, 'main') END AS size
    OFFSET 0
) main
