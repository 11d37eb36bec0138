-- What initdb made, one line each: its fields are divided by tabs, and the first one says what it is.
--   c  cast: source, target, context (e explicit, a assignment, i implicit), method (f function, i in/out, b binary)
--   f  function: name, kind (f, p, a, w as prokind), input types divided by commas, how many of them have
--      defaults, the type of each VARIADIC element, s when it returns a set, result, output columns divided by
--      commas, each its name and its type
--   o  operator: name, left type, right type, result
--   r  table: name, columns divided by commas, each its name and its type; v  view: the same
--   t  type: name, kind (typtype), category, p when it is preferred, its array type, and what it is made of: a
--      domain's base type, a range's subtype, a multirange's range, the element of what has subscripts
-- What is not there is empty. A name of pg_catalog stands alone, any other behind its schema and a dot. Array
-- types have no line of their own. Nothing here is an oid: those from 10000 on differ from build to build.
WITH type AS (
    SELECT t.*,
           CASE WHEN t.typnamespace = 'pg_catalog'::regnamespace THEN t.typname::text
                ELSE n.nspname || '.' || t.typname END AS shown
    FROM pg_type t
    JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE t.oid < 16384
), line AS (
    SELECT concat_ws(E'\t', 't', t.shown, t.typtype, t.typcategory,
                     CASE WHEN t.typispreferred THEN 'p' ELSE '' END,
                     coalesce(a.shown, ''),
                     coalesce(b.shown, s.shown, r.shown, e.shown, '')) AS text
    FROM type t
    LEFT JOIN type a ON a.oid = t.typarray
    LEFT JOIN type b ON b.oid = t.typbasetype
    LEFT JOIN type e ON e.oid = t.typelem
    LEFT JOIN pg_range g ON g.rngtypid = t.oid
    LEFT JOIN type s ON s.oid = g.rngsubtype
    LEFT JOIN pg_range m ON m.rngmultitypid = t.oid
    LEFT JOIN type r ON r.oid = m.rngtypid
    WHERE NOT EXISTS (SELECT FROM type of WHERE of.typarray = t.oid)
    UNION ALL
    SELECT concat_ws(E'\t', 'f',
                     CASE WHEN p.pronamespace = 'pg_catalog'::regnamespace THEN p.proname::text
                          ELSE n.nspname || '.' || p.proname END,
                     p.prokind,
                     (SELECT coalesce(string_agg(a.shown, ',' ORDER BY i.place), '')
                      FROM unnest(p.proargtypes) WITH ORDINALITY i(oid, place)
                      JOIN type a ON a.oid = i.oid),
                     p.pronargdefaults,
                     coalesce(v.shown, ''),
                     CASE WHEN p.proretset THEN 's' ELSE '' END,
                     r.shown,
                     (SELECT coalesce(string_agg(concat_ws(' ', p.proargnames[i], a.shown), ',' ORDER BY i), '')
                      FROM generate_subscripts(p.proallargtypes, 1) i
                      JOIN type a ON a.oid = p.proallargtypes[i]
                      WHERE p.proargmodes[i] IN ('o', 'b', 't')))
    FROM pg_proc p
    JOIN pg_namespace n ON n.oid = p.pronamespace
    JOIN type r ON r.oid = p.prorettype
    LEFT JOIN type v ON v.oid = p.provariadic
    WHERE p.oid < 16384
    UNION ALL
    SELECT concat_ws(E'\t', 'o', o.oprname, coalesce(l.shown, ''), coalesce(r.shown, ''), v.shown)
    FROM pg_operator o
    LEFT JOIN type l ON l.oid = o.oprleft
    LEFT JOIN type r ON r.oid = o.oprright
    JOIN type v ON v.oid = o.oprresult
    WHERE o.oid < 16384
    UNION ALL
    SELECT concat_ws(E'\t', 'c', s.shown, t.shown, c.castcontext, c.castmethod)
    FROM pg_cast c
    JOIN type s ON s.oid = c.castsource
    JOIN type t ON t.oid = c.casttarget
    WHERE c.oid < 16384
    UNION ALL
    SELECT concat_ws(E'\t', c.relkind,
                     CASE WHEN c.relnamespace = 'pg_catalog'::regnamespace THEN c.relname::text
                          ELSE n.nspname || '.' || c.relname END,
                     (SELECT string_agg(concat_ws(' ', a.attname, t.shown), ',' ORDER BY a.attnum)
                      FROM pg_attribute a
                      JOIN type t ON t.oid = a.atttypid
                      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped))
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.oid < 16384 AND c.relkind IN ('r', 'v') AND n.nspname IN ('pg_catalog', 'information_schema')
)
SELECT text FROM line ORDER BY text COLLATE "C"
