-- Text search configurations with what they map, one row each.
SELECT c.oid, n.nspname AS schema, c.cfgname AS name, pg_get_userbyid(c.cfgowner) AS owner,
       format('%I.%I', pn.nspname, p.prsname) AS parser,
       ARRAY(SELECT tt.alias || ' WITH ' || m.dictionaries
             FROM (SELECT cm.maptokentype,
                          string_agg(format('%I.%I', dn.nspname, d.dictname), ', '
                                     ORDER BY cm.mapseqno) AS dictionaries
                   FROM pg_ts_config_map cm
                   JOIN pg_ts_dict d ON d.oid = cm.mapdict
                   JOIN pg_namespace dn ON dn.oid = d.dictnamespace
                   WHERE cm.mapcfg = c.oid
                   GROUP BY cm.maptokentype) m
             JOIN ts_token_type(c.cfgparser) tt ON tt.tokid = m.maptokentype
             ORDER BY m.maptokentype) AS mapping
FROM pg_ts_config c
JOIN pg_namespace n ON n.oid = c.cfgnamespace
JOIN pg_ts_parser p ON p.oid = c.cfgparser
JOIN pg_namespace pn ON pn.oid = p.prsnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY c.oid
