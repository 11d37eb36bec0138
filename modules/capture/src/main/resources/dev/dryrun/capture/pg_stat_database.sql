-- The counters of this database.
SELECT s.* FROM pg_stat_database s WHERE s.datname = current_database()
