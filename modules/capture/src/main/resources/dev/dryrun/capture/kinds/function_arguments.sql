-- Arguments of functions, procedures and window functions, by function, in their order.
SELECT p.oid,
       coalesce(p.proargmodes[a.place], 'i') AS mode,
       nullif(p.proargnames[a.place], '') AS name,
       format_type(a.type, NULL) AS type,
       CASE WHEN p.pronargdefaults > 0
            THEN pg_get_function_arg_default(p.oid, a.place::int) END AS default_expression
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
CROSS JOIN LATERAL unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]))
                   WITH ORDINALITY a(type, place)
WHERE p.prokind IN ('f', 'p', 'w')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY p.oid, a.place
