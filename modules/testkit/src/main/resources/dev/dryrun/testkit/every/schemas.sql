CREATE SCHEMA every AUTHORIZATION every_owner;
CREATE SCHEMA every_other;
CREATE SCHEMA every_extension;
CREATE EXTENSION pgcrypto SCHEMA every_extension;
CREATE EXTENSION citext SCHEMA every_extension;
CREATE EXTENSION hstore SCHEMA every_extension;
CREATE EXTENSION pg_trgm SCHEMA every_extension;
CREATE EXTENSION btree_gist SCHEMA every_extension;
CREATE EXTENSION postgres_fdw SCHEMA every_extension;
CREATE EXTENSION file_fdw SCHEMA every_extension;

-- Settings of this database, and of a role in it. The dotted one holds a secret.
DO $$
BEGIN
    EXECUTE format('ALTER DATABASE %I SET lock_timeout = %L', current_database(), '5s');
    EXECUTE format('ALTER DATABASE %I SET TimeZone = %L', current_database(), 'Europe/Berlin');
    EXECUTE format('ALTER DATABASE %I SET "every.token" = %L', current_database(),
        'canary-of-a-database-setting');
    EXECUTE format('ALTER ROLE every_login IN DATABASE %I SET work_mem = %L', current_database(),
        '13MB');
    EXECUTE format('COMMENT ON DATABASE %I IS %L', current_database(), 'one of everything');
    EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO every_reader', current_database());
    EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT 33', current_database());
END
$$;
