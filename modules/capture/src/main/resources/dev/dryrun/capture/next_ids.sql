-- The counters that the ages of relfrozenxid and relminmxid are taken from.
SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS next_xid,
       (mxid_age('1'::xid)::bigint + 1) & 4294967295 AS next_mxid
