-- Aggregates, one row each.
SELECT p.oid,
       n.nspname AS schema,
       p.proname || '(' || oidvectortypes(p.proargtypes) || ')' AS name,
       pg_get_userbyid(p.proowner) AS owner,
       pg_get_function_identity_arguments(p.oid) AS arguments,
       pg_get_function_result(p.oid) AS returns,
       CASE a.aggkind WHEN 'h' THEN 'true' END AS hypothetical,
       a.aggtransfn::text AS sfunc,
       format_type(a.aggtranstype, NULL) AS stype,
       CASE WHEN a.aggtransspace <> 0 THEN a.aggtransspace::text END AS sspace,
       CASE WHEN a.aggfinalfn <> 0 THEN a.aggfinalfn::text END AS finalfunc,
       CASE WHEN a.aggfinalextra THEN 'true' END AS finalfunc_extra,
       CASE WHEN a.aggfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN
            CASE a.aggfinalmodify WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable'
                                  ELSE 'read_write' END
       END AS finalfunc_modify,
       CASE WHEN a.aggcombinefn <> 0 THEN a.aggcombinefn::text END AS combinefunc,
       CASE WHEN a.aggserialfn <> 0 THEN a.aggserialfn::text END AS serialfunc,
       CASE WHEN a.aggdeserialfn <> 0 THEN a.aggdeserialfn::text END AS deserialfunc,
       a.agginitval AS initcond,
       CASE WHEN a.aggmtransfn <> 0 THEN a.aggmtransfn::text END AS msfunc,
       CASE WHEN a.aggminvtransfn <> 0 THEN a.aggminvtransfn::text END AS minvfunc,
       CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END AS mstype,
       CASE WHEN a.aggmtransspace <> 0 THEN a.aggmtransspace::text END AS msspace,
       CASE WHEN a.aggmfinalfn <> 0 THEN a.aggmfinalfn::text END AS mfinalfunc,
       CASE WHEN a.aggmfinalextra THEN 'true' END AS mfinalfunc_extra,
       CASE WHEN a.aggmtransfn <> 0
             AND a.aggmfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN
            CASE a.aggmfinalmodify WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable'
                                   ELSE 'read_write' END
       END AS mfinalfunc_modify,
       a.aggminitval AS minitcond,
       (SELECT format('%I.%s', s.nspname, o.oprname)
        FROM pg_operator o JOIN pg_namespace s ON s.oid = o.oprnamespace
        WHERE o.oid = a.aggsortop) AS sortop,
       CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' END AS parallel
FROM pg_aggregate a
JOIN pg_proc p ON p.oid = a.aggfnoid
JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY p.oid
