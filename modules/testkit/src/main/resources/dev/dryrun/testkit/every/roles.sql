-- Roles are common to all databases of a server, so every statement here may run again.
DO $$
DECLARE
    role text;
BEGIN
    FOREACH role IN ARRAY ARRAY['every_owner', 'every_reader', 'every_writer', 'every_admin',
        'every_login', E'every "role" \\ %s 100%\nüñí 🐘'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('CREATE ROLE %I', role);
        END IF;
    END LOOP;
END
$$;
ALTER ROLE every_owner NOLOGIN;
ALTER ROLE every_admin CREATEDB CREATEROLE NOINHERIT CONNECTION LIMIT 7;
ALTER ROLE every_login LOGIN PASSWORD 'canary-of-a-role' VALID UNTIL '2099-12-31 00:00:00+00';
GRANT every_reader TO every_writer;
GRANT every_writer TO every_admin WITH ADMIN OPTION;
COMMENT ON ROLE every_owner IS 'owns most of it; it''s a "role"';
ALTER ROLE every_login SET statement_timeout = '30s';
ALTER ROLE every_login SET search_path = every, "$user", public;
ALTER ROLE every_login SET "every.api_key" = 'canary-of-a-role-setting';
