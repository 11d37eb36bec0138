-- Foreign servers, one row each; user mappings are never read. An option's value leaves the server
-- only when its name is known to be harmless: never where the other server is, nor who connects.
SELECT s.oid, '' AS schema, s.srvname AS name, pg_get_userbyid(s.srvowner) AS owner,
       f.fdwname AS "foreign data wrapper",
       s.srvtype AS type,
       s.srvversion AS version,
       ARRAY(SELECT o.option_name
                    || CASE WHEN o.option_name IN (
                           'analyze_sampling', 'async_capable', 'batch_size', 'extensions',
                           'fdw_startup_cost', 'fdw_tuple_cost', 'fetch_size',
                           'keep_connections', 'parallel_abort', 'parallel_commit', 'truncatable',
                           'updatable', 'use_remote_estimate')
                       THEN '=' || o.option_value ELSE '' END
             FROM pg_options_to_table(s.srvoptions) o
             ORDER BY o.option_name COLLATE "C") AS options
FROM pg_foreign_server s
JOIN pg_foreign_data_wrapper f ON f.oid = s.srvfdw
ORDER BY s.oid
