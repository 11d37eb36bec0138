-- Who answers, and when this transaction's snapshot began.
SELECT current_setting('server_version_num')::int AS version_num,
       current_setting('server_version') AS version,
       current_database() AS database,
       pg_is_in_recovery() AS standby,
       transaction_timestamp() AS taken_at
