-- Who answers, and when this transaction's snapshot began.
SELECT current_setting('server_version_num')::int AS version_num,
       current_setting('server_version') AS version,
       current_database() AS database,
       pg_is_in_recovery() AS standby,
       pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS next_xid,
       (mxid_age('1'::xid)::bigint + 1) & 4294967295 AS next_mxid,
       transaction_timestamp() AS taken_at
