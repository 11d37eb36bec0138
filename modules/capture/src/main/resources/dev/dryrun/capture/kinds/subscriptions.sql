-- Subscriptions of this database, one row each. Only columns that every role may read are named:
-- never the connection string.
SELECT s.oid, '' AS schema, s.subname AS name, pg_get_userbyid(s.subowner) AS owner,
       CASE WHEN NOT s.subenabled THEN 'false' END AS enabled,
       CASE WHEN s.subbinary THEN 'true' END AS binary,
       CASE s.substream::text WHEN 't' THEN 'on' WHEN 'true' THEN 'on' WHEN 'p' THEN 'parallel'
                              ELSE 'off' END AS streaming,
       CASE WHEN s.subslotname IS NULL THEN 'NONE'
            WHEN s.subslotname <> s.subname THEN s.subslotname::text END AS slot_name,
       nullif(s.subsynccommit, 'off') AS synchronous_commit,
       CASE WHEN s.subtwophasestate <> 'd' THEN 'true' END AS two_phase, -- since 15
       CASE WHEN s.subdisableonerr THEN 'true' END AS disable_on_error, -- since 15
       CASE WHEN NOT s.subpasswordrequired THEN 'false' END AS password_required, -- since 16
       CASE WHEN s.subrunasowner THEN 'true' END AS run_as_owner, -- since 16
       nullif(s.suborigin, 'any') AS origin, -- since 16
       CASE WHEN s.subfailover THEN 'true' END AS failover, -- since 17
       s.subpublications AS publication
FROM pg_subscription s
WHERE s.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
ORDER BY s.oid
