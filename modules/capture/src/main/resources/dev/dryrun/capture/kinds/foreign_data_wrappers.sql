-- Foreign-data wrappers, one row each. An option's value leaves the server only when its name is
-- known to be harmless.
SELECT f.oid, '' AS schema, f.fdwname AS name, pg_get_userbyid(f.fdwowner) AS owner,
       CASE WHEN f.fdwhandler <> 0 THEN f.fdwhandler::regproc::text END AS handler,
       CASE WHEN f.fdwvalidator <> 0 THEN f.fdwvalidator::regproc::text END AS validator,
       ARRAY(SELECT o.option_name
                    || CASE WHEN o.option_name IN (
                           'analyze_sampling', 'async_capable', 'batch_size', 'debug',
                           'fdw_startup_cost', 'fdw_tuple_cost', 'fetch_size', 'updatable',
                           'truncatable', 'use_remote_estimate')
                       THEN '=' || o.option_value ELSE '' END
             FROM pg_options_to_table(f.fdwoptions) o
             ORDER BY o.option_name COLLATE "C") AS options
FROM pg_foreign_data_wrapper f
ORDER BY f.oid
