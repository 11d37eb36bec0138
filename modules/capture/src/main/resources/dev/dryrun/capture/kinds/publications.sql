-- Publications, one row each. The row filter of a table that somebody holds ACCESS EXCLUSIVE cannot
-- be deparsed without waiting: the table stands under "absent filter" instead.
WITH locked AS MATERIALIZED (
    SELECT l.relation AS oid
    FROM pg_locks l
    WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock' AND l.granted
      AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
)
SELECT p.oid, '' AS schema, p.pubname AS name, pg_get_userbyid(p.pubowner) AS owner,
       CASE WHEN p.puballtables THEN 'true' END AS "for all tables",
       ARRAY(SELECT format('%I.%I', n.nspname, c.relname)
                    || coalesce(' (' || (SELECT string_agg(quote_ident(a.attname), ', ' -- since 15
                                                           ORDER BY a.attnum) -- since 15
                                         FROM pg_attribute a -- since 15
                                         WHERE a.attrelid = c.oid -- since 15
                                           AND a.attnum = ANY (r.prattrs)) || ')', '') -- since 15
                    || CASE WHEN r.prqual IS NOT NULL -- since 15
                             AND c.oid NOT IN (SELECT oid FROM locked) -- since 15
                            THEN ' WHERE (' || pg_get_expr(r.prqual, c.oid) || ')' -- since 15
                            ELSE '' END -- since 15
             FROM pg_publication_rel r
             JOIN pg_class c ON c.oid = r.prrelid
             JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE r.prpubid = p.oid
             ORDER BY n.nspname, c.relname) AS "table",
       ARRAY(SELECT format('%I.%I', n.nspname, c.relname) -- since 15
             FROM pg_publication_rel r -- since 15
             JOIN pg_class c ON c.oid = r.prrelid -- since 15
             JOIN pg_namespace n ON n.oid = c.relnamespace -- since 15
             WHERE r.prpubid = p.oid AND r.prqual IS NOT NULL -- since 15
               AND c.oid IN (SELECT oid FROM locked) -- since 15
             ORDER BY n.nspname, c.relname) AS "absent filter", -- since 15
       ARRAY(SELECT n.nspname::text -- since 15
             FROM pg_publication_namespace r -- since 15
             JOIN pg_namespace n ON n.oid = r.pnnspid -- since 15
             WHERE r.pnpubid = p.oid -- since 15
             ORDER BY n.nspname) AS "tables in schema", -- since 15
       CASE WHEN NOT (p.pubinsert OR p.pubupdate OR p.pubdelete OR p.pubtruncate) THEN ARRAY['']
            WHEN NOT (p.pubinsert AND p.pubupdate AND p.pubdelete AND p.pubtruncate) THEN
            array_remove(ARRAY[CASE WHEN p.pubinsert THEN 'insert' END,
                               CASE WHEN p.pubupdate THEN 'update' END,
                               CASE WHEN p.pubdelete THEN 'delete' END,
                               CASE WHEN p.pubtruncate THEN 'truncate' END], NULL)
       END AS publish,
       CASE WHEN p.pubviaroot THEN 'true' END AS publish_via_partition_root,
       CASE to_jsonb(p) ->> 'pubgencols' WHEN 's' THEN 'stored' END AS publish_generated_columns
FROM pg_publication p
ORDER BY p.oid
