-- The planner's statistics of columns. "type" is the innermost type: whatever domains and arrays
-- are wrapped around it, to any depth.
WITH RECURSIVE innermost (oid, leaf) AS (
    SELECT t.oid, t.oid
    FROM pg_type t
    WHERE t.typtype <> 'd' AND t.typcategory <> 'A'
    UNION ALL
    SELECT t.oid, inner_type.leaf
    FROM innermost inner_type
    JOIN pg_type t
      ON (t.typtype = 'd' AND t.typbasetype = inner_type.oid)
      OR (t.typtype <> 'd' AND t.typcategory = 'A' AND t.typelem = inner_type.oid)
)
SELECT c.oid,
       s.attname AS name,
       format_type(coalesce(innermost.leaf, a.atttypid), NULL) AS type,
       s.inherited,
       s.null_frac,
       s.avg_width,
       s.n_distinct,
       s.most_common_vals::text AS most_common_vals,
       s.most_common_freqs::text AS most_common_freqs,
       s.histogram_bounds::text AS histogram_bounds,
       s.correlation,
       s.most_common_elems::text AS most_common_elems,
       s.most_common_elem_freqs::text AS most_common_elem_freqs
FROM pg_stats s
JOIN pg_namespace n ON n.nspname = s.schemaname
JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = s.tablename
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = s.attname
LEFT JOIN innermost ON innermost.oid = a.atttypid
WHERE c.relkind IN ('r', 'p')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY c.oid, s.attname COLLATE "C", s.inherited
