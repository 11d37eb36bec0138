-- When the extension's counters were last reset; since its version 1.9.
SELECT i.* FROM @extschema@.pg_stat_statements_info i
